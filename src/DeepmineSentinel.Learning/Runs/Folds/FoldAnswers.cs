using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>What all folds of an evaluation said, before it is told.</summary>
internal sealed record FoldAnswers
{
    /// <summary>All samples.</summary>
    public required SampleSet Set { get; init; }

    /// <summary>The folds with their answers.</summary>
    public required IReadOnlyList<(Fold Fold, AnsweredGroup Answers, FoldRecord Record)> Folds { get; init; }

    /// <summary>Their answers as one.</summary>
    public required AnsweredGroup Pooled { get; init; }

    /// <summary>Every model on all folds together.</summary>
    public required EvaluationResult Evaluation { get; init; }

    /// <summary>Why there is no oracle; null: there is one, or none was to be expected.</summary>
    public string? WithoutOracle { get; init; }
}
