using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Everything that a person may choose about one training run; ranges are checked by <see cref="Problems"/>.</summary>
public sealed record TrainingOptions
{
    /// <summary>Most epochs, 1 to 10,000.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>Samples a batch, 2 to 4,096 (batch norm refuses one).</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Adam's rate at the start, 0.000001 to 1.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Share of the stopes that is neither trained nor tested on, 0 to 0.5.</summary>
    public double ValidationSplit { get; init; } = 0.2;

    /// <summary>Share of the stopes that is held out for the test, 0 to 0.5.</summary>
    public double TestSplit { get; init; } = 0.1;

    /// <summary>Seed of weights, dropout and shuffles; the held-out stopes do not depend on it.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Named size of the network.</summary>
    public NetworkPreset Network { get; init; } = NetworkPreset.Enhanced;

    /// <summary>Where the network differs from that.</summary>
    public NetworkTuning Tuning { get; init; } = new();

    /// <summary>Decay of weight matrices, 0 to 1; outside the reported loss.</summary>
    public double WeightDecay { get; init; } = 1e-3;

    /// <summary>Noise on training inputs, in standard deviations of theirs, 0 to 5.</summary>
    public double InputNoise { get; init; } = 1;

    /// <summary>Steps of a window of readings, 2 to 365.</summary>
    public int Window { get; init; } = 30;

    /// <summary>Features to keep by importance on validation stopes, 2 to 100; 0: those that matter; null: all.</summary>
    public int? SelectFeatures { get; init; }

    /// <summary>Networks trained from seeds of their own and averaged, 1 to 20.</summary>
    public int Ensemble { get; init; } = 1;

    /// <summary>Which labels are learnt, and what proves that a stope stood.</summary>
    public LabelOptions Labels { get; init; } = new();

    /// <summary>Whether rare classes count more.</summary>
    public ClassWeighting ClassWeights { get; init; }

    /// <summary>Epochs without a better validation loss before training stops, 1 to 10,000.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>Epochs between checkpoints; 0: only every five minutes and when cancelled. At most 10,000.</summary>
    public int CheckpointEvery { get; init; } = 5;

    /// <summary>Best epochs of each member whose checkpoints are kept to the end, 0 to 20; none with <see cref="CheckpointEvery"/> 0.</summary>
    public int TopCheckpoints { get; init; } = 1;

    /// <summary>Everything that is out of range, a sentence each; empty when the options can be used.</summary>
    public IEnumerable<string> Problems()
    {
        (bool Met, string Rule)[] rules =
        [
            (Epochs is >= 1 and <= 10_000, "epochs must be from 1 to 10000"),
            (BatchSize is >= 2 and <= 4_096, "batch-size must be from 2 to 4096"),
            (LearningRate is >= 1e-6 and <= 1, "learning-rate must be from 0.000001 to 1"),
            (ValidationSplit is >= 0 and <= 0.5, "validation-split must be from 0 to 0.5"),
            (TestSplit is >= 0 and <= 0.5, "test-split must be from 0 to 0.5"),
            (Enum.IsDefined(Network), "network must be enhanced or compact"),
            (WeightDecay is >= 0 and <= 1, "weight-decay must be from 0 to 1"),
            (InputNoise is >= 0 and <= 5, "input-noise must be from 0 to 5"),
            (Window is >= 2 and <= 365, "window must be from 2 to 365"),
            (SelectFeatures is null or 0 or (>= 2 and <= 100), "select-features must be none, auto or from 2 to 100"),
            (Ensemble is >= 1 and <= 20, "ensemble must be from 1 to 20"),
            (Enum.IsDefined(ClassWeights), "class-weights must be none or balanced"),
            (Patience is >= 1 and <= 10_000, "patience must be from 1 to 10000"),
            (TopCheckpoints is >= 0 and <= 20, "top-checkpoints must be from 0 to 20"),
            (CheckpointEvery is >= 0 and <= 10_000, "checkpoint-every must be from 0 to 10000"),
        ];
        IEnumerable<string> sizes = Enum.IsDefined(Network) ? Tuning.For(Network).Problems(Network) : [];
        return [.. rules.Where(rule => !rule.Met).Select(rule => rule.Rule), .. sizes];
    }

    /// <summary>Refuses options that are out of range.</summary>
    /// <exception cref="SentinelException">Something is out of range; all of it is named.</exception>
    public void ThrowIfInvalid()
    {
        string problems = string.Join("; ", Problems());
        if (problems.Length > 0)
        {
            throw new SentinelException(FailureKind.InvalidInput, "invalid_training_options", $"{problems}.");
        }
    }
}
