using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>All that one training run is asked for, by the command line, a page or the site itself; kept with the run.</summary>
public sealed record TrainModelOptions
{
    /// <summary>What the model shall answer. For case histories only source, seed, notes and promotion count.</summary>
    public ModelPurpose Purpose { get; init; } = ModelPurpose.Stope;

    /// <summary>Full path of a CSV of case histories; only for them, with <see cref="TrainingSource.Csv"/>.</summary>
    public string? CaseHistoriesPath { get; init; }

    public int Epochs { get; init; } = 100;
    public int BatchSize { get; init; } = 32;
    public double LearningRate { get; init; } = 0.001;
    public double ValidationSplit { get; init; } = 0.2;
    public double TestSplit { get; init; } = 0.1;
    public int Seed { get; init; } = 42;

    /// <summary>Preset: enhanced or compact.</summary>
    public string Network { get; init; } = "enhanced";

    /// <summary>Where the network differs from its preset.</summary>
    public NetworkTuning Tuning { get; init; } = new();
    public double WeightDecay { get; init; } = 0.001;

    /// <summary>Noise on training inputs, in standard deviations of theirs.</summary>
    public double InputNoise { get; init; } = 1;

    /// <summary>Days of readings seen at once.</summary>
    public int Window { get; init; } = 30;

    /// <summary>none, auto, or how many features to keep.</summary>
    public string SelectFeatures { get; init; } = "none";
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
    public int TopCheckpoints { get; init; } = 1;

    /// <summary>Run whose weights this one starts from; null: random ones.</summary>
    public string? From { get; init; }
    public bool SavePlots { get; init; }
    public bool GenerateReport { get; init; }
    public string? Notes { get; init; }
    public PromotePolicy Promote { get; init; } = PromotePolicy.Auto;

    /// <summary>Name of what is trained: the preset, or the ensemble for case histories.</summary>
    internal string NetworkName => Purpose == ModelPurpose.CaseHistory ? CaseCandidates.Product : Network;

    /// <summary>Epochs of each network: for case histories each step is one, over all cases.</summary>
    internal int MostEpochs => Purpose == ModelPurpose.CaseHistory ? new CaseModelOptions().Training.Steps : Epochs;

    /// <summary>The part that learning understands.</summary>
    /// <exception cref="SentinelException">A word is not one of those allowed.</exception>
    internal TrainingOptions ToLearning()
    {
        if (Notes is { } text && text.Trim().Length > ModelVersion.NotesLength)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "notes_too_long",
                $"notes: at most {ModelVersion.NotesLength} characters; {text.Trim().Length} were given."
            );
        }

        return new TrainingOptions
        {
            Epochs = Epochs,
            BatchSize = BatchSize,
            LearningRate = LearningRate,
            ValidationSplit = ValidationSplit,
            TestSplit = TestSplit,
            Seed = Seed,
            Network = Word<NetworkPreset>("network", Network),
            Tuning = Tuning,
            WeightDecay = WeightDecay,
            InputNoise = InputNoise,
            Window = Window,
            SelectFeatures = Selection(),
            Ensemble = Ensemble,
            Labels = new LabelOptions
            {
                Labels = Word<LabelSource>("labels", Labels),
                StandingUntil = Word<StandingEvidence>("standing-until", StandingUntil),
            },
            ClassWeights = Word<ClassWeighting>("class-weights", ClassWeights),
            Patience = Patience,
            CheckpointEvery = CheckpointEvery,
            TopCheckpoints = TopCheckpoints,
        };
    }

    /// <summary>These options with the choices of a search in place of their own.</summary>
    internal TrainModelOptions With(TrainingOptions chosen) =>
        this with
        {
            Epochs = chosen.Epochs,
            BatchSize = chosen.BatchSize,
            LearningRate = chosen.LearningRate,
            ValidationSplit = chosen.ValidationSplit,
            TestSplit = chosen.TestSplit,
            Seed = chosen.Seed,
            Network = CategoryName.Of(chosen.Network).ToLowerInvariant(),
            Tuning = chosen.Tuning,
            WeightDecay = chosen.WeightDecay,
            InputNoise = chosen.InputNoise,
            Window = chosen.Window,
            SelectFeatures = chosen.SelectFeatures switch
            {
                null => "none",
                0 => "auto",
                { } count => count.ToString(CultureInfo.InvariantCulture),
            },
            Ensemble = chosen.Ensemble,
            Labels = CategoryName.Of(chosen.Labels.Labels).ToLowerInvariant(),
            StandingUntil = CategoryName.Of(chosen.Labels.StandingUntil).ToLowerInvariant(),
            ClassWeights = CategoryName.Of(chosen.ClassWeights).ToLowerInvariant(),
            Patience = chosen.Patience,
        };

    private int? Selection() =>
        SelectFeatures switch
        {
            "none" => null,
            "auto" => 0,
            _ when int.TryParse(SelectFeatures, CultureInfo.InvariantCulture, out int count) && count != 0 => count,
            _ => throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_training_options",
                "select-features must be none, auto or from 2 to 100."
            ),
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
