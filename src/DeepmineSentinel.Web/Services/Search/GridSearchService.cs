using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>
/// Searches configurations with a true cache: a trial is known by data, configuration, split, seed and engine. The best one
/// becomes a run, sealed and registered as training's own are.
/// </summary>
public sealed class GridSearchService(
    TrainingDataSource data,
    TrainingService training,
    ExperimentStore experiments,
    SearchedRuns runs,
    TimeProvider clock
)
{
    /// <summary>Answers from the cache, or searches, stores the best configuration with its model and metrics, and answers.</summary>
    /// <exception cref="Core.Errors.SentinelException">Data, grid or storage cannot be used; trials that ended are kept.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the same request goes on.</exception>
    public async Task<GridSearchOutcome> FitAsync(
        GridSearchRequest request,
        ISearchWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        TrainingFiles files = await data.LocateAsync(request.Options, cancellationToken);
        string hash = await TrainingDataSource.HashAsync(files, cancellationToken);
        SearchSubject subject = new(TellsOf(hash, request.Options), EngineIdentity.Current.ToString());
        IReadOnlyList<SearchTrial> trials = request.Space.TrialsFor(subject);
        string key = Configuration.KeyOfSearch(trials, request.Settings.StopHopeless);
        Lazy<MineDataset> dataset = new(() => data.Read(files, hash, request.Options, cancellationToken));
        if (!experiments.Has(key))
        {
            // Data that cannot be used are refused before anything is made for them.
            _ = dataset.Value;
        }

        using ExperimentFolder folder = experiments.Open(key);
        if (request.Reset)
        {
            folder.Reset();
        }

        folder.WriteAbout(AboutOf(request, key, trials.Count, hash, subject));
        TrialBook book = new(folder, request.Reset ? [] : experiments.TrialsOfOthers(key));
        OpenSearch search = new(request, key, folder, book, watcher);
        return await SearchAsync(search, trials, (files, dataset), cancellationToken);
    }

    private async Task<GridSearchOutcome> SearchAsync(
        OpenSearch search,
        IReadOnlyList<SearchTrial> trials,
        (TrainingFiles Files, Lazy<MineDataset> Data) read,
        CancellationToken cancellationToken
    )
    {
        int trained = 0;
        TrainedTrial? again = null;
        while (true)
        {
            SearchOutcome found = await OnOwnThread(() =>
                GridSearch.Run(
                    read.Data,
                    trials,
                    search.Book,
                    search.Request.Settings,
                    (clock, search.Watcher.Moved),
                    cancellationToken
                )
            );
            trained += found.TrainedCount;
            SearchTrial best = trials.First(trial => trial.Key == TrialRanking.Ranked(found.Trials)[0].Key);
            SearchSummary summary = SearchSummary.Of(search.Request.Experiment, search.Key, found.Trials, trained);
            if (await KnownAsync(search, summary, cancellationToken) is { } known)
            {
                TrainingResult result = WithTrials(known, summary, found.Trials);
                return new GridSearchOutcome(result, true, false);
            }

            if ((found.Best ?? (again?.Record.Key == best.Key ? again : null)) is { } winner)
            {
                SearchedTrial searched = new(read.Files, read.Data.Value, winner, summary);
                TrainingOutcome outcome = await FinishAsync(search, best, searched, cancellationToken);
                return new GridSearchOutcome(
                    WithTrials(outcome.Result, summary, found.Trials),
                    false,
                    outcome.Promoted
                );
            }

            // Known from its record alone: it is trained again for its networks, which puts a wrong record right, too.
            again = await OnOwnThread(() =>
                GridSearch.TrainAgain(read.Data, best, search.Book, clock, cancellationToken)
            );
        }
    }

    private async Task<TrainingResult?> KnownAsync(
        OpenSearch search,
        SearchSummary summary,
        CancellationToken cancellationToken
    )
    {
        if (search.Request.Reset)
        {
            return null;
        }

        string? own = search.Folder.ReadResult();
        TrainingResult? known = await runs.FindAsync(search.Key, own, summary.BestTrial, cancellationToken);
        if (
            known is not null
            && new SearchResult(summary.BestTrial, known.RunId) is var result
            && result.ToLine() != own
        )
        {
            search.Folder.WriteResult(result.ToLine());
        }

        return known;
    }

    private async Task<TrainingOutcome> FinishAsync(
        OpenSearch search,
        SearchTrial best,
        SearchedTrial winner,
        CancellationToken cancellationToken
    )
    {
        TrainModelOptions options = search.Request.Options.With(best.Options) with
        {
            Notes = NotesOf(search.Request, winner.Summary),
        };
        TrainingOutcome outcome = await training.RunSearchedAsync(
            options,
            winner,
            search.Request.RequestedBy,
            new FinishingWatcher(search.Watcher),
            cancellationToken
        );
        search.Folder.WriteResult(new SearchResult(best.Key, outcome.Result.RunId).ToLine());
        return outcome;
    }

    private static string NotesOf(GridSearchRequest request, SearchSummary summary)
    {
        string origin = string.Create(
            CultureInfo.InvariantCulture,
            $"Best of {summary.Trials} trials of experiment {summary.Experiment} ({summary.Key[..12]}), chosen by validation loss."
        );
        return request.Options.Notes is { } notes ? $"{notes} {origin}" : origin;
    }

    private static TrainingResult WithTrials(
        TrainingResult result,
        SearchSummary summary,
        IReadOnlyList<TrialRecord> trials
    ) => result with { Search = summary with { Results = TrialRanking.Ranked(trials) } };

    // Files say nothing of the mine and the zone that they are read with; a snapshot names both.
    private static string TellsOf(string hash, TrainModelOptions options) =>
        options.Source == TrainingSource.Csv
            ? $"{hash} {options.Mine ?? Mine.DefaultName} {options.TimeZone ?? "UTC"}"
            : hash;

    private static string AboutOf(
        GridSearchRequest request,
        string key,
        int trials,
        string hash,
        SearchSubject subject
    ) =>
        JsonSerializer.Serialize(
            new
            {
                request.Experiment,
                key,
                trials,
                dataHash = hash,
                subject.Engine,
                request.Options.Seed,
                request.Options.ValidationSplit,
                request.Options.TestSplit,
                request.Settings.StopHopeless,
                selectionMetric = "validation_loss",
            },
            WebJson.Indented
        );

    private static Task<TResult> OnOwnThread<TResult>(Func<TResult> compute) =>
        Task.Factory.StartNew(
            compute,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );

    private sealed record OpenSearch(
        GridSearchRequest Request,
        string Key,
        ExperimentFolder Folder,
        TrialBook Book,
        ISearchWatcher Watcher
    );
}
