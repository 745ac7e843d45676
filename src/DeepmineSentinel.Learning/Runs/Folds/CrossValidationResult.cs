using System.Text.Json;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Evaluation.Checks;
using DeepmineSentinel.Learning.Evaluation.Folds;

namespace DeepmineSentinel.Learning.Runs.Folds;

/// <summary>What an evaluation by folds found, every stope asked about once. Its JSON has keys in snake_case.</summary>
public sealed record CrossValidationResult
{
    /// <summary>What was held out.</summary>
    public required HoldOutBy HoldOutBy { get; init; }

    /// <summary>Names of the mines, sorted.</summary>
    public required IReadOnlyList<string> Mines { get; init; }

    /// <summary>Whether any stope was generated.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>SHA-256 of the data.</summary>
    public required string DataHash { get; init; }

    /// <summary>Engine and numerics version.</summary>
    public required string Engine { get; init; }

    /// <summary>Labelled samples asked about.</summary>
    public required int Samples { get; init; }

    /// <summary>Names of the classes, from best to worst.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The options of every network.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Configuration { get; init; }

    /// <summary>The folds.</summary>
    public required IReadOnlyList<FoldSummary> Folds { get; init; }

    /// <summary>Every model on all folds together.</summary>
    public required EvaluationResult Evaluation { get; init; }

    /// <summary>Curves of the network.</summary>
    public required EvaluationCurves Curves { get; init; }

    /// <summary>What the network gains of what there is to gain; null: nothing was forecast.</summary>
    public RoomShare? Room { get; init; }

    /// <summary>Every model's alarms; empty: nothing was forecast.</summary>
    public required IReadOnlyList<AlarmScores> Alarms { get; init; }

    /// <summary>Conformal sets of the network, class by class.</summary>
    public required IReadOnlyList<ConformalCoverage> Coverage { get; init; }

    /// <summary>The network by what its range check says, so that what the check is worth can be seen.</summary>
    public IReadOnlyList<RangeScores> OutOfRange { get; init; } = [];

    /// <summary>Importance of every feature, largest first.</summary>
    public required IReadOnlyList<MeasuredImportance> Importance { get; init; }

    /// <summary>What is odd about labels and data; empty: nothing.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];

    /// <summary>Everything a reader must know before believing the numbers.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
