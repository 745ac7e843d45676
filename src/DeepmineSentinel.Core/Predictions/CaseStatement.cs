namespace DeepmineSentinel.Core.Predictions;

/// <summary>
/// What a model of case histories says of a stope's surface: from rock mass and size alone, without readings and without time. It
/// stands beside the network's answer and never changes a level.
/// </summary>
public sealed record CaseStatement
{
    /// <summary>Run that answered.</summary>
    public required string RunId { get; init; }

    /// <summary>What the gate said of that run; null: stored before statements told it.</summary>
    public CaseVerdict? Gate { get; init; }

    /// <summary>The state that is likeliest against its share among the cases; <see cref="StabilityClass.Unknown"/> where nothing can be said.</summary>
    public required StabilityClass Class { get; init; }

    /// <summary>Why nothing can be said; null: something can.</summary>
    public string? UnknownReason { get; init; }

    /// <summary>Probabilities of stable, unstable and failure; empty where nothing can be said.</summary>
    public IReadOnlyList<ClassProbability> Probabilities { get; init; } = [];

    /// <summary>States that cannot be excluded at 90 %.</summary>
    public IReadOnlyList<StabilityClass> ConformalSet { get; init; } = [];

    /// <summary>What it looks at, with the spans of the cases.</summary>
    public IReadOnlyList<CaseInput> Inputs { get; init; } = [];

    /// <summary>What is missing, a sentence each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Everything else a reader must know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Distance to the nearest case, in spreads of the logarithms; null where an input is missing.</summary>
    public double? Distance { get; init; }

    /// <summary>Distance that 99 % of the cases have to their nearest other one at most; beyond it nothing is said.</summary>
    public double DistanceLimit { get; init; }

    /// <summary>How such models fared on cases that they had not seen.</summary>
    public required CaseReliability Reliability { get; init; }

    /// <summary>What became of held-out cases that got the same answer; empty where nothing is said.</summary>
    public IReadOnlyList<CaseCount> SameAnswer { get; init; } = [];
}
