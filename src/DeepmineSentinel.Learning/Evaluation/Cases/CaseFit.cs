namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>An ensemble fitted on all cases given.</summary>
/// <param name="Ensemble">The ensemble; the caller disposes it.</param>
internal sealed record CaseFit(FittedEnsemble Ensemble)
{
    /// <summary>What was chosen on folds inside the cases, a line.</summary>
    public required string Chosen { get; init; }

    /// <summary>Log-loss on those folds: a little flattered, as choices were made on them.</summary>
    public required double OutOfFoldLoss { get; init; }
}
