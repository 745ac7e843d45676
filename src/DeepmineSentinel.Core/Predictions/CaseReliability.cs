namespace DeepmineSentinel.Core.Predictions;

/// <summary>How a model of case histories fared on cases that were held out from it.</summary>
public sealed record CaseReliability
{
    /// <summary>What was held out: whole <c>source</c>s, or <c>random</c> folds where there were too few sources.</summary>
    public required string HeldOut { get; init; }

    /// <summary>Cases, each asked about once.</summary>
    public required int Cases { get; init; }

    /// <summary>Sources they come from.</summary>
    public required int Sources { get; init; }

    /// <summary>Mean negative log of the probability of what became of them.</summary>
    public required double LogLoss { get; init; }

    /// <summary>95 % interval of it, cases resampled: lower and upper end.</summary>
    public required IReadOnlyList<double> LogLossInterval { get; init; }

    /// <summary>Mean over states of the share answered rightly.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>Failures among them.</summary>
    public required int Failures { get; init; }

    /// <summary>Of these, called stable.</summary>
    public required int FailuresCalledStable { get; init; }
}
