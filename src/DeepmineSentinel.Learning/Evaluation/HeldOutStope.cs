using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>What a network said of one held-out stope, sample by sample; all lists have one entry a sample, in order of time.</summary>
public sealed record HeldOutStope
{
    /// <summary>Name of the mine; null but in files of the first format, which have names.</summary>
    public string? Mine { get; init; }

    /// <summary>Key of the stope (<see cref="StopeKey"/>); in files of the first format its name within the mine.</summary>
    public required string Stope { get; init; }

    /// <summary>Ends of the windows, UTC; null: the stope has no readings.</summary>
    public required IReadOnlyList<DateTime?> AsOf { get; init; }

    /// <summary>True classes, as indices; -1: the condition of this sample is not scored.</summary>
    public required IReadOnlyList<int> Labels { get; init; }

    /// <summary>Probabilities of the classes; null: the head was not trained.</summary>
    public required IReadOnlyList<IReadOnlyList<double>?> Conditions { get; init; }

    /// <summary>Classes answered, as indices; -1: none.</summary>
    public required IReadOnlyList<int> Answers { get; init; }

    /// <summary>Whether the stope failed within each horizon; null: not known.</summary>
    public required IReadOnlyList<IReadOnlyList<bool?>> Failed { get; init; }

    /// <summary>Probabilities of failing within each horizon; null: the head was not trained.</summary>
    public required IReadOnlyList<IReadOnlyList<double>?> Forecasts { get; init; }
}
