namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>One 7-day forecast that was given to people, with what is known of its stope by now.</summary>
public sealed record FollowedPrediction
{
    /// <summary>Run that answered.</summary>
    public required string RunId { get; init; }

    /// <summary>Key of the stope.</summary>
    public required int StopeId { get; init; }

    /// <summary>The moment it is about, UTC.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>When it was computed, UTC.</summary>
    public required DateTime ComputedAt { get; init; }

    /// <summary>Probability of failing within seven days.</summary>
    public required double Probability { get; init; }

    /// <summary>First failure of the stope, UTC; null: none was seen.</summary>
    public DateTime? Failure { get; init; }

    /// <summary>When that failure was first known, UTC; null: none was seen.</summary>
    public DateTime? FailureKnownAt { get; init; }

    /// <summary>Last dated outcome of the stope, UTC; null: none.</summary>
    public DateTime? StandingUntil { get; init; }
}
