namespace DeepmineSentinel.Web.Options;

/// <summary>What a response plan may hold, in the settings and on the site.</summary>
public static class PlanLimits
{
    /// <summary>Longest text.</summary>
    public const int LongestText = 500;

    /// <summary>Time until others are called.</summary>
    public static (TimeSpan Least, TimeSpan Most) Escalate { get; } = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(7));

    /// <summary>Time until a level falls.</summary>
    public static (TimeSpan Least, TimeSpan Most) Lower { get; } = (TimeSpan.Zero, TimeSpan.FromDays(30));

    /// <summary>Time until missing data call people.</summary>
    public static (TimeSpan Least, TimeSpan Most) Confirm { get; } = (TimeSpan.Zero, TimeSpan.FromDays(7));

    /// <summary>The longest silence.</summary>
    public static (TimeSpan Least, TimeSpan Most) Silence { get; } = (TimeSpan.FromHours(1), TimeSpan.FromDays(31));
}
