using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>One row of the table of recommendations: it applies where all that it names holds.</summary>
public sealed record RecommendationRule
{
    /// <summary>Levels it is for; empty: any.</summary>
    public IReadOnlyList<RiskLevel> Levels { get; init; } = [];

    /// <summary>Flag it is for; none: it looks at no flag.</summary>
    public RecommendationCue Flag { get; init; }

    /// <summary>Feature that must be among the three that raised the risk most, each by 0.25 log-odds or more; null: any answer.</summary>
    public string? Driver { get; init; }

    /// <summary>What to do.</summary>
    public string Action { get; init; } = "";

    /// <summary>Why, with {level}, {is} (is, or was of a stale answer), {grade}, {driver} and {value} filled in.</summary>
    public string Why { get; init; } = "";

    /// <summary>What is wrong with the row; null: nothing.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Action) || string.IsNullOrWhiteSpace(Why) ? "needs an action and its why"
        : Levels.Count == 0 && Flag == RecommendationCue.None && Driver is null ? "needs a level, a flag or a driver"
        : null;
}
