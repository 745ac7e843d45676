namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>Forecasts whose end is known.</summary>
public sealed record FollowUpCounts
{
    /// <summary>Forecasts, at most one a stope and moment.</summary>
    public required int Scored { get; init; }

    /// <summary>Stopes they are about.</summary>
    public required int Stopes { get; init; }

    /// <summary>Of the forecasts, followed by a failure within seven days.</summary>
    public required int Failing { get; init; }

    /// <summary>Mean probability said; null: none scored.</summary>
    public double? MeanProbability { get; init; }

    /// <summary>Mean squared error; null: none scored.</summary>
    public double? Brier { get; init; }

    /// <summary>95 % interval of it, stopes resampled; null: too few stopes.</summary>
    public IReadOnlyList<double>? BrierInterval { get; init; }
}
