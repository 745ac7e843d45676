namespace DeepmineSentinel.Learning.Training.Cases;

/// <summary>How a <see cref="Networks.Cases.CaseNetwork"/> is trained.</summary>
public sealed record CaseTrainingOptions
{
    /// <summary>Hidden units.</summary>
    public int HiddenCount { get; init; } = 12;

    /// <summary>Steps, each over all rows.</summary>
    public int Steps { get; init; } = 400;

    /// <summary>Adam's rate.</summary>
    public double LearningRate { get; init; } = 0.02;

    /// <summary>Weight of the hidden layer's squared weights against the mean log-loss.</summary>
    public double Decay { get; init; } = 0.001;

    /// <summary>Seed of the initial weights.</summary>
    public long Seed { get; init; } = 42;
}
