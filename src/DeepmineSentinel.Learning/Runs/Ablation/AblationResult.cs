using System.Text.Json;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Evaluation.Checks;

namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>What inputs, window, whole readings and many stopes are worth. Its JSON has keys in snake_case.</summary>
public sealed record AblationResult
{
    /// <summary>What was held out.</summary>
    public required HoldOutBy HoldOutBy { get; init; }

    /// <summary>Folds.</summary>
    public required int Folds { get; init; }

    /// <summary>Stopes asked about.</summary>
    public required int Stopes { get; init; }

    /// <summary>Samples asked about.</summary>
    public required int Samples { get; init; }

    /// <summary>Names of the mines, sorted.</summary>
    public required IReadOnlyList<string> Mines { get; init; }

    /// <summary>SHA-256 of the data.</summary>
    public required string DataHash { get; init; }

    /// <summary>Engine and numerics version.</summary>
    public required string Engine { get; init; }

    /// <summary>Options of the base.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Configuration { get; init; }

    /// <summary>The variants, part by part, the base first.</summary>
    public required IReadOnlyList<AblationVariant> Variants { get; init; }

    /// <summary>What they say, a sentence each.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>What is odd about labels and data; empty: nothing.</summary>
    public required IReadOnlyList<DataFinding> Findings { get; init; }

    /// <summary>Everything a reader must know before believing the numbers.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
