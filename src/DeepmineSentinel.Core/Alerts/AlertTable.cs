using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Alerts;

/// <summary>Which level of the plan a prediction's level gives. Editable; the defaults are those of the rule book.</summary>
public sealed record AlertTable
{
    private static readonly Dictionary<RiskLevel, AlertLevel> Usual = new()
    {
        [RiskLevel.VeryLow] = AlertLevel.Normal,
        [RiskLevel.Low] = AlertLevel.Normal,
        [RiskLevel.Elevated] = AlertLevel.Abnormal,
        [RiskLevel.High] = AlertLevel.VeryAbnormal,
        [RiskLevel.Critical] = AlertLevel.Evacuate,
        [RiskLevel.Imminent] = AlertLevel.Evacuate,
    };

    private readonly Dictionary<RiskLevel, AlertLevel> levels;

    /// <summary>Creates a table.</summary>
    /// <param name="changes">What is to differ from the defaults.</param>
    /// <exception cref="ArgumentException">The table that comes of it cannot be used: see <see cref="Problem"/>.</exception>
    public AlertTable(IReadOnlyDictionary<RiskLevel, AlertLevel> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        levels = Problem(changes) is { } problem
            ? throw new ArgumentException(problem, nameof(changes))
            : Merged(changes);
    }

    /// <summary>The defaults: elevated abnormal, high very abnormal, critical and imminent evacuate.</summary>
    public static AlertTable Default { get; } = new(new Dictionary<RiskLevel, AlertLevel>());

    /// <summary>Why the changes make no table; null: they do.</summary>
    public static string? Problem(IReadOnlyDictionary<RiskLevel, AlertLevel> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Keys.Any(level => !Usual.ContainsKey(level)))
        {
            return "may not name unknown or stale: they never give a level";
        }

        if (changes.Values.Any(level => level is AlertLevel.Unknown or AlertLevel.NoData))
        {
            return "may give Normal, Abnormal, VeryAbnormal or Evacuate only";
        }

        AlertLevel[] rising = [.. Merged(changes).OrderBy(pair => pair.Key).Select(pair => pair.Value)];
        return rising.Zip(rising.Skip(1)).All(pair => pair.First <= pair.Second)
            ? null
            : "may not give a worse prediction a calmer level";
    }

    /// <summary>The level of the plan; unknown and stale predictions say nothing.</summary>
    public AlertLevel Of(RiskLevel level) => levels.GetValueOrDefault(level, AlertLevel.Unknown);

    private static Dictionary<RiskLevel, AlertLevel> Merged(IReadOnlyDictionary<RiskLevel, AlertLevel> changes) =>
        Usual.ToDictionary(pair => pair.Key, pair => changes.GetValueOrDefault(pair.Key, pair.Value));
}
