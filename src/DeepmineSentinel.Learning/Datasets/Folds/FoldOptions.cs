namespace DeepmineSentinel.Learning.Datasets.Folds;

/// <summary>How data are divided for an evaluation.</summary>
public sealed record FoldOptions
{
    /// <summary>Most folds.</summary>
    public const int Most = 20;

    /// <summary>Number of folds, 2 to 20; by source at most one a source.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>What is held out.</summary>
    public HoldOutBy By { get; init; }

    /// <summary>Share of a class's stopes that stop the training and calibrate, half of them each, above 0 to 0.5.</summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>At most about so many stopes learn (train, stop and calibrate), as many of each class as its share; null: all.</summary>
    public int? MostLearning { get; init; }

    /// <summary>Seed of the validation stopes; the test stopes do not depend on it.</summary>
    public int Seed { get; init; } = 42;
}
