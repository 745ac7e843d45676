using DeepmineSentinel.Web.Services.Followed;

namespace DeepmineSentinel.Web.Services.Health;

/// <summary>The health document, property for property as scripts read it.</summary>
public sealed record HealthReport
{
    public required HealthState Status { get; init; }
    public required DateTime CheckedAt { get; init; }
    public required ModelHealth Model { get; init; }
    public required HealthComponents Components { get; init; }
    public required DataCounts Data { get; init; }

    /// <summary>What became of the forecasts of the version that answers.</summary>
    public required FollowUpHealth FollowUp { get; init; }

    /// <summary>Drift of inputs since that version was trained.</summary>
    public required DriftHealth Drift { get; init; }
    public required IReadOnlyList<string> Recommendations { get; init; }
}
