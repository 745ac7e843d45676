using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Web.Services.Comparison;

/// <summary>Several runs side by side.</summary>
public sealed record RunComparison
{
    /// <summary>The runs in the order asked for.</summary>
    public required IReadOnlyList<ComparedRun> Runs { get; init; }

    /// <summary>Every choice of any run.</summary>
    public required IReadOnlyList<ConfigurationRow> Configuration { get; init; }

    /// <summary>Run ids that <see cref="Paired"/> has columns for, in their order; differences are taken from the first.</summary>
    public required IReadOnlyList<string> PairedRuns { get; init; }

    /// <summary>Metrics on the held-out samples that the paired runs share; null: fewer than two runs can be paired.</summary>
    public required PairedComparison? Paired { get; init; }

    /// <summary>Whether any run learnt from generated data.</summary>
    public bool Synthetic => Runs.Any(run => run.TrainedOnSynthetic);
}
