using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>The options of train-model as they are typed, with units and defaults, and what they make.</summary>
internal sealed class TrainModelInput
{
    private static readonly TrainModelOptions Defaults = new();

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
            epochs,
            batchSize,
            learningRate,
            validationSplit,
            testSplit,
            seed,
            network,
            .. tuning.All(),
            weightDecay,
            window,
            selectFeatures,
            ensemble,
            source,
            stopes,
            timeseries,
            events,
            outcomes,
            mine,
            timeZone,
            labels,
            standing,
            weights,
            patience,
            checkpointEvery,
            topCheckpoints,
            savePlots,
            report,
            notes,
            promote,
        ];

    /// <summary>What does not fit together; null when all does. A file must never be passed over in silence.</summary>
    public string? Refusal(CommandScope scope) =>
        scope.Value(source) == "csv" ? null
        : new Option[] { stopes, timeseries, events, outcomes }.FirstOrDefault(scope.IsGiven) is { } file
            ? $"{file.Name} needs --source csv; the database's own data were about to be taken."
        : null;

    public bool IsNetworkGiven(CommandScope scope) => scope.IsGiven(network);

    /// <summary>Refuses options that say something else than the run was started with.</summary>
    /// <exception cref="SentinelException"><c>resume_other_options</c>: at least one does; all are named.</exception>
    public void RequireSame(CommandScope scope, TrainModelOptions typed, TrainModelOptions stored)
    {
        JsonNode one = JsonSerializer.SerializeToNode(typed, WebJson.Options)!;
        JsonNode other = JsonSerializer.SerializeToNode(stored, WebJson.Options)!;
        string[] different =
        [
            .. All()
                .Where(scope.IsGiven)
                .Where(option => !JsonNode.DeepEquals(one[KeyOf(option, one)], other[KeyOf(option, one)]))
                .Select(option => option.Name),
        ];
        if (different.Length > 0)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "resume_other_options",
                $"The run was started with another {string.Join(", ", different)}; a resumed run keeps its options: leave them out."
            );
        }
    }

    // The key of an option among the options of a run: --batch-size is batchSize, files are paths, sizes of layers are tuning.
    private string KeyOf(Option option, JsonNode options)
    {
        string[] words = option.Name.TrimStart('-').Split('-');
        string name = string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        bool isFile = option == stopes || option == timeseries || option == events || option == outcomes;
        string key = words[0] + name + (isFile ? "Path" : "");
        return options.AsObject().ContainsKey(key) ? key : "tuning";
    }

    public TrainModelOptions Read(CommandScope scope) =>
        new()
        {
            Epochs = scope.Value(epochs),
            BatchSize = scope.Value(batchSize),
            LearningRate = scope.Value(learningRate),
            ValidationSplit = scope.Value(validationSplit),
            TestSplit = scope.Value(testSplit),
            Seed = scope.Value(seed),
            Network = scope.Value(network)!,
            Tuning = tuning.Read(scope),
            WeightDecay = scope.Value(weightDecay),
            Window = scope.Value(window),
            SelectFeatures = scope.Value(selectFeatures)!,
            Ensemble = scope.Value(ensemble),
            Source = scope.Value(source) == "csv" ? TrainingSource.Csv : TrainingSource.Database,
            StaticPath = scope.ExistingFile(stopes),
            TimeseriesPath = scope.ExistingFile(timeseries),
            EventsPath = scope.ExistingFile(events),
            OutcomesPath = scope.ExistingFile(outcomes),
            Mine = scope.Value(mine),
            TimeZone = scope.Value(timeZone),
            Labels = scope.Value(labels)!,
            StandingUntil = scope.Value(standing)!,
            ClassWeights = scope.Value(weights)!,
            Patience = scope.Value(patience),
            CheckpointEvery = scope.Value(checkpointEvery),
            TopCheckpoints = scope.Value(topCheckpoints),
            SavePlots = scope.Value(savePlots),
            GenerateReport = scope.Value(report),
            Notes = scope.Value(notes),
            Promote = Enum.Parse<PromotePolicy>(scope.Value(promote)!, ignoreCase: true),
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
