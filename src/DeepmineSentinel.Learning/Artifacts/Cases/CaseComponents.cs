using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>All that turns a surface into the inputs of a model of case histories, and its output into a statement.</summary>
public sealed record CaseComponents
{
    /// <summary>Scale and temperature of the networks.</summary>
    public required CaseNetworkScale Networks { get; init; }

    /// <summary>The logit beside them: the answer is the mean of both.</summary>
    public required CaseLogitNumbers Logit { get; init; }

    /// <summary>Shares of stable, unstable and failure among the training cases, which answers are weighed by, [3].</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>Smallest probability with which each state is in the set of 90 %; null: always in it, [3].</summary>
    public required IReadOnlyList<double?> Thresholds { get; init; }

    /// <summary>Where the training cases lie.</summary>
    public required CaseSpread Spread { get; init; }

    /// <summary>How models made like this one fared on held-out cases.</summary>
    public required CaseReliability Reliability { get; init; }

    /// <summary>Counts of held-out cases by what became of them, then by what was answered, [3][3].</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Confusion { get; init; }
}
