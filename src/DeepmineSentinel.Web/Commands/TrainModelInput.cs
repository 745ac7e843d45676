using System.CommandLine;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Training;
using static DeepmineSentinel.Web.Commands.TypedOption;

namespace DeepmineSentinel.Web.Commands;

/// <summary>The options of train-model as they are typed, with units and defaults, and what they make.</summary>
internal sealed class TrainModelInput
{
    private const string CaseHistory = "case-history";
    private static readonly TrainModelOptions Defaults = new();

    private readonly Option<string> purpose = Word(
        "--purpose",
        "What the model shall answer: stopes with readings, or surfaces of the stability graph by published or own case histories.",
        "stope",
        CaseHistory
    );
    private readonly Option<int> epochs = Number("--epochs", "Most epochs, 1 to 10000.", Defaults.Epochs);
    private readonly Option<int> batchSize = Number("--batch-size", "Samples a batch, 2 to 4096.", Defaults.BatchSize);
    private readonly Option<double> learningRate = Number(
        "--learning-rate",
        "Adam's rate at the start, 0.000001 to 1.",
        Defaults.LearningRate
    );
    private readonly Option<double> validationSplit = Number(
        "--validation-split",
        "Share of the stopes that stop training and calibrate, 0 to 0.5.",
        Defaults.ValidationSplit
    );
    private readonly Option<double> testSplit = Number(
        "--test-split",
        "Share of the stopes held out for the test, 0 to 0.5; the same stopes for every seed.",
        Defaults.TestSplit
    );
    private readonly Option<int> seed = Number(
        "--seed",
        "Seed of weights, dropout, shuffles and the choice of validation stopes.",
        Defaults.Seed
    );
    private readonly Option<string> network = Word("--network", "Preset.", "enhanced", "compact");
    private readonly NetworkTuningInput tuning = new();
    private readonly Option<double> weightDecay = Number(
        "--weight-decay",
        "Decay of weight matrices, 0 to 1.",
        Defaults.WeightDecay
    );
    private readonly Option<double> inputNoise = Number(
        "--input-noise",
        "Noise on training inputs, in standard deviations of theirs, 0 to 5.",
        Defaults.InputNoise
    );
    private readonly Option<int> window = Number(
        "--window",
        "Days of readings seen at once, 2 to 365.",
        Defaults.Window
    );
    private readonly Option<string> selectFeatures = new("--select-features")
    {
        Description =
            "Features to keep by importance on validation stopes: none, auto or how many, 2 to 100 (none: use all).",
        DefaultValueFactory = _ => Defaults.SelectFeatures,
    };
    private readonly Option<int> ensemble = Number("--ensemble", "Networks to average, 1 to 20.", Defaults.Ensemble);
    private readonly TrainingDataInput data = new();
    private readonly Option<string?> caseHistories = Text(
        "--case-histories",
        "CSV of case histories, with --purpose case-history and --source csv."
    );
    private readonly Option<string> weights = Word("--class-weights", "Weights of the classes.", "none", "balanced");
    private readonly Option<int> patience = Number(
        "--patience",
        "Epochs without a better validation loss before training stops, 1 to 10000.",
        Defaults.Patience
    );
    private readonly Option<int> checkpointEvery = Number(
        "--checkpoint-every",
        "Epochs between checkpoints; 0: only every five minutes and when stopped.",
        Defaults.CheckpointEvery
    );
    private readonly Option<int> topCheckpoints = Number(
        "--top-checkpoints",
        "Best epochs whose checkpoints are kept to the end, 0 to 20.",
        Defaults.TopCheckpoints
    );
    private readonly Option<bool> savePlots = new("--save-plots")
    {
        Description = "Write the report's drawings into the run as SVG files.",
    };
    private readonly Option<bool> report = new("--generate-report") { Description = "Write report.html into the run." };
    private readonly Option<string?> notes = Text("--notes", "Free text kept with the run.");
    private readonly Option<string> promote = Word(
        "--promote",
        "Let the run answer: if the gate passes it, in any case, or not.",
        "auto",
        "always",
        "never"
    );

    public IEnumerable<Option> All() =>
        [
            purpose,
            epochs,
            batchSize,
            learningRate,
            validationSplit,
            testSplit,
            seed,
            network,
            .. tuning.All(),
            weightDecay,
            inputNoise,
            window,
            selectFeatures,
            ensemble,
            .. data.All(),
            caseHistories,
            weights,
            patience,
            checkpointEvery,
            topCheckpoints,
            savePlots,
            report,
            notes,
            promote,
        ];

    /// <summary>What does not fit together; null when all does.</summary>
    public string? Refusal(CommandScope scope) =>
        IsOfCases(scope) ? RefusalOfCases(scope)
        : scope.IsGiven(caseHistories) ? $"--case-histories needs --purpose {CaseHistory}."
        : data.Refusal(scope);

    /// <summary>Whether a model of case histories is asked for.</summary>
    public bool IsOfCases(CommandScope scope) => scope.Value(purpose) == CaseHistory;

    private string? RefusalOfCases(CommandScope scope)
    {
        Option[] known = [purpose, seed, data.Source, caseHistories, report, notes, promote];
        bool isFile = scope.Value(data.Source) == "csv";
        return All().Except(known).FirstOrDefault(scope.IsGiven) is { } other
            ? $"{other.Name} does not go with --purpose {CaseHistory}: its networks are chosen on folds inside the cases."
            : (isFile, scope.IsGiven(caseHistories)) switch
            {
                (true, false) => "--source csv needs --case-histories FILE for case histories.",
                (false, true) =>
                    "--case-histories needs --source csv; the database's own cases were about to be taken.",
                _ => null,
            };
    }

    public bool IsNetworkGiven(CommandScope scope) => scope.IsGiven(network);

    public TrainModelOptions Read(CommandScope scope) =>
        data.Read(scope) with
        {
            Purpose = IsOfCases(scope) ? ModelPurpose.CaseHistory : ModelPurpose.Stope,
            CaseHistoriesPath = scope.ExistingFile(caseHistories),
            Epochs = scope.Value(epochs),
            BatchSize = scope.Value(batchSize),
            LearningRate = scope.Value(learningRate),
            ValidationSplit = scope.Value(validationSplit),
            TestSplit = scope.Value(testSplit),
            Seed = scope.Value(seed),
            Network = scope.Value(network)!,
            Tuning = tuning.Read(scope),
            WeightDecay = scope.Value(weightDecay),
            InputNoise = scope.Value(inputNoise),
            Window = scope.Value(window),
            SelectFeatures = scope.Value(selectFeatures)!,
            Ensemble = scope.Value(ensemble),
            ClassWeights = scope.Value(weights)!,
            Patience = scope.Value(patience),
            CheckpointEvery = scope.Value(checkpointEvery),
            TopCheckpoints = scope.Value(topCheckpoints),
            SavePlots = scope.Value(savePlots),
            GenerateReport = scope.Value(report),
            Notes = scope.Value(notes),
            Promote = Enum.Parse<PromotePolicy>(scope.Value(promote)!, ignoreCase: true),
        };
}
