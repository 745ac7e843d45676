using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>All that one training run is asked for, by the command line, a page or the site itself; kept with the run.</summary>
public sealed record TrainModelOptions
{
    public int Epochs { get; init; } = 100;
    public int BatchSize { get; init; } = 32;
    public double LearningRate { get; init; } = 0.001;
    public double ValidationSplit { get; init; } = 0.2;
    public double TestSplit { get; init; } = 0.1;
    public int Seed { get; init; } = 42;

    /// <summary>Preset: enhanced or compact.</summary>
    public string Network { get; init; } = "enhanced";
    public int Ensemble { get; init; } = 1;

    public TrainingSource Source { get; init; } = TrainingSource.Database;

    /// <summary>Full paths; only with <see cref="TrainingSource.Csv"/>.</summary>
    public string? StaticPath { get; init; }
    public string? TimeseriesPath { get; init; }
    public string? EventsPath { get; init; }
    public string? OutcomesPath { get; init; }

    /// <summary>One mine by name; null: all that are not synthetic, or the demo mine while there is no other.</summary>
    public string? Mine { get; init; }

    /// <summary>IANA zone of timestamps without one; null: the mine's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>auto, dated or undated.</summary>
    public string Labels { get; init; } = "auto";

    /// <summary>outcomes or readings.</summary>
    public string StandingUntil { get; init; } = "outcomes";

    /// <summary>none or balanced.</summary>
    public string ClassWeights { get; init; } = "none";
    public int Patience { get; init; } = 20;
    public int CheckpointEvery { get; init; } = 5;
    public bool SavePlots { get; init; }
    public bool GenerateReport { get; init; }
    public string? Notes { get; init; }
    public PromotePolicy Promote { get; init; } = PromotePolicy.Auto;

    /// <summary>The part that learning understands.</summary>
    /// <exception cref="SentinelException">A word is not one of those allowed.</exception>
    internal TrainingOptions ToLearning() =>
        new()
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            LearningRate = LearningRate,
            ValidationSplit = ValidationSplit,
            TestSplit = TestSplit,
            Seed = Seed,
            Network = Word<NetworkPreset>("network", Network),
            Ensemble = Ensemble,
            Labels = new LabelOptions
            {
                Labels = Word<LabelSource>("labels", Labels),
                StandingUntil = Word<StandingEvidence>("standing-until", StandingUntil),
            },
            ClassWeights = Word<ClassWeighting>("class-weights", ClassWeights),
            Patience = Patience,
            CheckpointEvery = CheckpointEvery,
        };

    private static TWord Word<TWord>(string option, string text)
        where TWord : struct, Enum =>
        CategoryName.TryParse(text, out TWord word)
            ? word
            : throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_training_options",
                $"{option} must be {string.Join(" or ", Enum.GetNames<TWord>().Select(name => name.ToLowerInvariant()))}."
            );
}
