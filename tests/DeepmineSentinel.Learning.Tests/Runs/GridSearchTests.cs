using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Tests.Search;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs;

public sealed class GridSearchTests
{
    private const string SmallGrid = """
        {"learning_rate": [0.001, 0.01], "static_layers": [[16, 8]], "recurrent_layers": [[8, 4]],
         "class_weights": ["none", "balanced"]}
        """;

    private static readonly MineDataset Data = new(
        DemoMineGenerator
            .Generate(
                new DemoMineOptions
                {
                    Stopes = 40,
                    Days = 30,
                    Seed = 3,
                }
            )
            .Stopes,
        new string('a', 64)
    );

    private static readonly Lazy<MineDataset> Lazily = new(Data);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Trials_side_by_side_find_the_same_to_the_bit()
    {
        MemoryJournal one = new();
        MemoryJournal many = new();
        SearchOutcome sequential = Search(SmallGrid, one, new SearchSettings { Parallel = 1 });
        SearchOutcome parallel = Search(SmallGrid, many, new SearchSettings { Parallel = 4 });

        Assert.Equal(4, sequential.TrainedCount);
        Assert.Equal(
            sequential.Trials.Select(trial => (trial.Key, trial.ValidationLoss)),
            parallel.Trials.Select(trial => (trial.Key, trial.ValidationLoss))
        );
        Assert.All(sequential.Trials.Zip(parallel.Trials), pair => Assert.Equal(pair.First.Losses, pair.Second.Losses));
        Assert.Equal(sequential.Best!.Record.Key, parallel.Best!.Record.Key);
        Assert.Equal(WeightsOf(sequential.Best), WeightsOf(parallel.Best));
    }

    [Fact]
    public void Without_class_weights_the_validation_loss_is_the_one_that_training_reports()
    {
        SearchOutcome outcome = Search("""{"learning_rate": [0.01]}""", new MemoryJournal(), new SearchSettings());
        TrialRecord trial = Assert.Single(outcome.Trials);
        Assert.Equal(trial.Losses.Min(), trial.ValidationLoss!.Value, 1e-5);
    }

    [Fact]
    public void Known_trials_are_not_trained_again_and_a_larger_grid_trains_the_difference()
    {
        MemoryJournal journal = new();
        Search("""{"learning_rate": [0.001, 0.01]}""", journal, new SearchSettings());
        SearchOutcome again = Search("""{"learning_rate": [0.01, 0.001]}""", journal, new SearchSettings());
        SearchOutcome larger = Search("""{"learning_rate": [0.003, 0.01, 0.001]}""", journal, new SearchSettings());

        Assert.Equal(0, again.TrainedCount);
        Assert.Null(again.Best);
        Assert.Equal(1, larger.TrainedCount);
    }

    [Fact]
    public void Data_are_not_read_where_every_trial_is_known()
    {
        MemoryJournal journal = new();
        Search("""{"learning_rate": [0.01]}""", journal, new SearchSettings());
        Lazy<MineDataset> data = new(() => throw new InvalidOperationException("The data were read."));
        SearchOutcome Run(string grid) =>
            GridSearch.Run(data, Trials(grid), journal, new SearchSettings(), (TimeProvider.System, _ => { }), Token);

        Assert.Equal(0, Run("""{"learning_rate": [0.01]}""").TrainedCount);
        Assert.Throws<InvalidOperationException>(() => Run("""{"learning_rate": [0.01, 0.02]}"""));
    }

    [Fact]
    public void An_interrupted_search_goes_on_where_it_was()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        int kept = 0;
        MemoryJournal journal = new()
        {
            OnKeep = () =>
            {
                if (++kept == 2)
                {
                    stop.Cancel();
                }
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Search(SmallGrid, journal, new SearchSettings { Parallel = 2 }, stop.Token)
        );
        int before = journal.Trials.Count;
        SearchOutcome rest = Search(SmallGrid, journal, new SearchSettings());
        SearchOutcome whole = Search(SmallGrid, new MemoryJournal(), new SearchSettings());

        Assert.InRange(before, 2, 3);
        Assert.Equal(4 - before, rest.TrainedCount);
        Assert.Equal(
            whole.Trials.Select(trial => trial.ValidationLoss),
            rest.Trials.Select(trial => trial.ValidationLoss)
        );
    }

    [Fact]
    public void The_best_trial_written_as_a_run_is_the_run_that_training_makes()
    {
        SearchOutcome outcome = Search(
            """{"learning_rate": [0.01, 0.001]}""",
            new MemoryJournal(),
            new SearchSettings()
        );
        TrainingOptions options = Trials("""{"learning_rate": [0.01, 0.001]}""")
            .First(trial => trial.Key == outcome.Best!.Record.Key)
            .Options;
        using TempFolder searched = new();
        using TempFolder trained = new();
        TrainingRequest request = TrainedDemo.Request(Data) with { Options = options };
        TrainingResult fromTrial = TrainingPipeline.Run(
            request with
            {
                Trained = outcome.Best,
            },
            new FolderSink(searched.Path),
            Token
        );
        TrainingResult fromScratch = TrainingPipeline.Run(request, new FolderSink(trained.Path), Token);

        Assert.Equal(
            File.ReadAllBytes(Path.Combine(trained.Path, ArtifactFileNames.Model)),
            File.ReadAllBytes(Path.Combine(searched.Path, ArtifactFileNames.Model))
        );
        Assert.Equal(outcome.Best!.Record.ValidationLoss, fromScratch.TunedModel.BestScore);
        Assert.Equal(fromScratch.TunedModel.BestScore, fromTrial.TunedModel.BestScore);
        Assert.Equal(
            File.ReadAllLines(Path.Combine(trained.Path, ArtifactFileNames.TrainingLog)).Length,
            File.ReadAllLines(Path.Combine(searched.Path, ArtifactFileNames.TrainingLog)).Length
        );
    }

    [Fact]
    public void Hopeless_trials_stop_at_the_same_epoch_however_many_run_side_by_side()
    {
        string grid = """
            {"learning_rate": [0.02, 0.015, 0.01, 0.008, 0.005, 0.003, 0.002, 0.0015, 0.000001, 0.000002], "epochs": [6]}
            """;
        SearchOutcome one = Search(grid, new MemoryJournal(), new SearchSettings { Parallel = 1, StopHopeless = true });
        SearchOutcome many = Search(
            grid,
            new MemoryJournal(),
            new SearchSettings { Parallel = 4, StopHopeless = true }
        );

        Assert.Contains(one.Trials, trial => trial.State == TrialState.Stopped);
        Assert.Equal(
            one.Trials.Select(trial => (trial.State, trial.Epochs, trial.ValidationLoss)),
            many.Trials.Select(trial => (trial.State, trial.Epochs, trial.ValidationLoss))
        );
    }

    [Fact]
    public void Where_every_trial_diverged_there_is_an_error_and_nothing_is_tried_again()
    {
        const string grid = """{"learning_rate": [0.01]}""";
        SearchTrial trial = Trials(grid)[0];
        MemoryJournal journal = new();
        journal.Keep(
            new TrialRecord
            {
                Key = trial.Key,
                Configuration = Configuration.Of(trial.Options),
                State = TrialState.Diverged,
                Epochs = 1,
                Losses = [],
                Seconds = 1,
                EndedAt = MineBuilder.Start,
            }
        );
        SentinelException problem = Assert.Throws<SentinelException>(() => Search(grid, journal, new SearchSettings()));
        Assert.Equal("search_found_nothing", problem.Code);
    }

    [Fact]
    public void A_wrong_record_is_put_right_when_its_trial_is_trained_again()
    {
        const string grid = """{"learning_rate": [0.01]}""";
        MemoryJournal journal = new();
        TrialRecord right = Search(grid, journal, new SearchSettings()).Trials[0];

        journal.Keep(right with { ValidationLoss = right.ValidationLoss / 2 });
        TrainedTrial? again = GridSearch.TrainAgain(Lazily, Trials(grid)[0], journal, TimeProvider.System, Token);
        Assert.Equal(right.ValidationLoss, again!.Record.ValidationLoss);
        Assert.Equal(right.ValidationLoss, journal.Find(right.Key)!.ValidationLoss);
    }

    [Fact]
    public void A_failing_disk_ends_the_search_with_its_error()
    {
        MemoryJournal journal = new()
        {
            OnKeep = () =>
                throw new SentinelException(FailureKind.Unavailable, "experiment_store_unavailable", "Full."),
        };
        SentinelException problem = Assert.Throws<SentinelException>(() =>
            Search(SmallGrid, journal, new SearchSettings())
        );
        Assert.Equal("experiment_store_unavailable", problem.Code);
    }

    private static SearchSubject Subject => new(Data.ContentHash, EngineIdentity.Current.ToString());

    private static TrainingOptions Options => SmallNetwork.Options with { Epochs = 2 };

    private static IReadOnlyList<SearchTrial> Trials(string grid) =>
        SearchSpace.OfGrid(grid, Options).TrialsFor(Subject);

    private static SearchOutcome Search(
        string grid,
        MemoryJournal journal,
        SearchSettings settings,
        CancellationToken? token = null
    ) => GridSearch.Run(Lazily, Trials(grid), journal, settings, (TimeProvider.System, _ => { }), token ?? Token);

    private static float[] WeightsOf(TrainedTrial trial) =>
        [.. trial.Members.SelectMany(member => member.Weights).SelectMany(array => array.Values)];
}
