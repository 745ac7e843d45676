namespace DeepmineSentinel.Core.Alerts;

/// <summary>The trigger action response plan: what each level asks for, and the times of the alerts' life.</summary>
public sealed record ResponsePlan
{
    /// <summary>The example plan.</summary>
    public static ResponsePlan Default { get; } = new();

    /// <summary>The levels that an open alert can have, worst first.</summary>
    public static IReadOnlyList<AlertLevel> Levels { get; } =
    [AlertLevel.Evacuate, AlertLevel.VeryAbnormal, AlertLevel.Abnormal, AlertLevel.NoData];

    /// <summary>What each level asks for; one for each of <see cref="Levels"/>.</summary>
    public IReadOnlyDictionary<AlertLevel, ResponseLevel> Responses { get; init; } = ExampleResponses.All;

    /// <summary>How long data must be missing before a grey alert calls people.</summary>
    public TimeSpan ConfirmNoDataAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest that an alert can be silenced.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromDays(7);

    /// <summary>What a level asks for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No alert has that level.</exception>
    public ResponseLevel Of(AlertLevel level) =>
        Responses.TryGetValue(level, out ResponseLevel? response)
            ? response
            : throw new ArgumentOutOfRangeException(nameof(level));
}
