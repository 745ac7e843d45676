using System.CommandLine;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Web.Services.Evaluation;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>The options of an evaluation by folds as they are typed; those of train-model mean the same here.</summary>
internal sealed class FoldEvaluationInput
{
    private static readonly TrainModelOptions Defaults = new();
    private static readonly FoldEvaluationRequest Request = new() { Options = Defaults };

    private readonly Option<int> folds = Number("--folds", "Folds, 2 to 20.", Request.Folds);
    private readonly Option<string> holdOutBy = Word(
        "--holdout-by",
        "What the test is new in: other stopes, whole mines, other stopes at a later time, or other depths.",
        "stope",
        "source",
        "time",
        "depth"
    );
    private readonly Option<string?> run = Text("--run", "Evaluate the network and choices of this run (RUN_ID).");
    private readonly Option<bool> skipBranches = new("--skip-branches")
    {
        Description = "Leave out the networks of one branch alone, two thirds of the time.",
    };
    private readonly Option<long> oracleSeed = new("--oracle-seed")
    {
        Description = "Seed that generated data were made with; their oracle is found by it.",
        DefaultValueFactory = _ => Request.OracleSeed,
    };
    private readonly Option<string> network = Word("--network", "Preset.", "enhanced", "compact");
    private readonly NetworkTuningInput tuning = new();
    private readonly Option<int> ensemble = Number("--ensemble", "Networks to average, 1 to 20.", Defaults.Ensemble);
    private readonly Option<int> epochs = Number("--epochs", "Most epochs, 1 to 10000.", Defaults.Epochs);
    private readonly Option<int> batchSize = Number("--batch-size", "Samples a batch, 2 to 4096.", Defaults.BatchSize);
    private readonly Option<double> learningRate = Number(
        "--learning-rate",
        "Adam's rate at the start, 0.000001 to 1.",
        Defaults.LearningRate
    );
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
    private readonly Option<int> patience = Number(
        "--patience",
        "Epochs without a better validation loss before training stops, 1 to 10000.",
        Defaults.Patience
    );
    private readonly Option<int> seed = Number(
        "--seed",
        "Seed of weights, dropout, shuffles and the choice of validation stopes; not of the test stopes.",
        Defaults.Seed
    );
    private readonly Option<string> source = Word("--source", "Where the data come from.", "database", "csv");
    private readonly Option<string?> stopes = Text("--static", "CSV of stopes, with --source csv.");
    private readonly Option<string?> timeseries = Text("--timeseries", "CSV of readings, with --source csv.");
    private readonly Option<string?> events = Text("--events", "CSV of events, with --source csv.");
    private readonly Option<string?> outcomes = Text("--outcomes", "CSV of dated outcomes, with --source csv.");
    private readonly Option<string?> mine = Text("--mine", "One mine by name; else all that are not synthetic.");
    private readonly Option<string?> timeZone = Text(
        "--time-zone",
        "With --source csv: IANA zone of times that name none (UTC)."
    );
    private readonly Option<string> labels = Word("--labels", "Labels to learn.", "auto", "dated", "undated");
    private readonly Option<string> standing = Word(
        "--standing-until",
        "What proves that a stope stood.",
        "outcomes",
        "readings"
    );

    private Option[] OfNetwork =>
        [
            network,
            .. tuning.All(),
            ensemble,
            epochs,
            batchSize,
            learningRate,
            weightDecay,
            inputNoise,
            window,
            patience,
            seed,
            labels,
            standing,
        ];

    private Option[] OfFiles => [stopes, timeseries, events, outcomes];

    public IEnumerable<Option> All() =>
        [folds, holdOutBy, run, skipBranches, oracleSeed, .. OfNetwork, source, .. OfFiles, mine, timeZone];

    /// <summary>What does not fit together; null when all does.</summary>
    public string? Refusal(CommandScope scope) =>
        scope.Value(run) is not null && OfNetwork.FirstOrDefault(scope.IsGiven) is { } other
            ? $"{other.Name} does not go with --run, which brings its own."
        : scope.Value(source) == "csv" ? null
        : OfFiles.FirstOrDefault(scope.IsGiven) is { } file
            ? $"{file.Name} needs --source csv; the database's own data were about to be taken."
        : null;

    public FoldEvaluationRequest Read(CommandScope scope) =>
        new()
        {
            RunId = scope.Value(run),
            Folds = scope.Value(folds),
            By = Enum.Parse<HoldOutBy>(scope.Value(holdOutBy)!, ignoreCase: true),
            BranchesAlone = !scope.Value(skipBranches),
            OracleSeed = scope.Value(oracleSeed),
            Options = new TrainModelOptions
            {
                Network = scope.Value(network)!,
                Tuning = tuning.Read(scope),
                Ensemble = scope.Value(ensemble),
                Epochs = scope.Value(epochs),
                BatchSize = scope.Value(batchSize),
                LearningRate = scope.Value(learningRate),
                WeightDecay = scope.Value(weightDecay),
                InputNoise = scope.Value(inputNoise),
                Window = scope.Value(window),
                Patience = scope.Value(patience),
                Seed = scope.Value(seed),
                Labels = scope.Value(labels)!,
                StandingUntil = scope.Value(standing)!,
                Source = scope.Value(source) == "csv" ? TrainingSource.Csv : TrainingSource.Database,
                StaticPath = scope.ExistingFile(stopes),
                TimeseriesPath = scope.ExistingFile(timeseries),
                EventsPath = scope.ExistingFile(events),
                OutcomesPath = scope.ExistingFile(outcomes),
                Mine = scope.Value(mine),
                TimeZone = scope.Value(timeZone),
                CheckpointEvery = 0,
            },
        };

    private static Option<TNumber> Number<TNumber>(string name, string description, TNumber value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private static Option<string> Word(string name, string description, params string[] words)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
