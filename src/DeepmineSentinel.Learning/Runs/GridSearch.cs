using System.Runtime.ExceptionServices;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>
/// Trains every trial that is not known yet, some side by side. Each depends on its key alone, so neither their number nor
/// their order changes what is found. Only the best one's networks are kept.
/// </summary>
public sealed class GridSearch
{
    // Trials compare only with those of earlier rounds, so that what is stopped does not depend on who was faster.
    private const int RoundLength = SearchSettings.MostParallel;

    private readonly Lock gate = new();
    private readonly IReadOnlyList<SearchTrial> trials;
    private readonly ITrialJournal journal;
    private readonly SearchSettings settings;
    private readonly TimeProvider clock;
    private readonly TrialRecord?[] records;
    private readonly Action<SearchProgress> told;
    private readonly TrialTrainer trainer;
    private readonly int known;
    private readonly long startedAt;
    private TrainedTrial? best;
    private int bestAt;
    private ExceptionDispatchInfo? failure;

    private GridSearch(
        Lazy<MineDataset> data,
        IReadOnlyList<SearchTrial> trials,
        ITrialJournal journal,
        SearchSettings settings,
        (TimeProvider Clock, Action<SearchProgress> Told) surroundings
    )
    {
        this.trials = trials;
        this.journal = journal;
        this.settings = settings;
        (clock, told) = surroundings;
        startedAt = clock.GetTimestamp();
        records = [.. trials.Select(trial => journal.Find(trial.Key))];
        known = records.Count(record => record is not null);
        IEnumerable<SearchTrial> unknown = trials.Where((_, i) => records[i] is null);
        trainer = new TrialTrainer(new PreparedShapes(data, unknown.Select(trial => trial.Options)), clock);
    }

    /// <summary>Searches. Computing, hence synchronous: give it a thread of its own.</summary>
    /// <param name="data">Stopes with their histories; read when the first trial is trained, never where all are known.</param>
    /// <param name="trials">What to train; at least one.</param>
    /// <param name="journal">Where trials are kept.</param>
    /// <param name="settings">How.</param>
    /// <param name="surroundings">The clock, and who is told after every trial.</param>
    /// <param name="token">Looked at once a batch; trials that ended are kept.</param>
    /// <exception cref="SentinelException">The data cannot be used, nothing could be trained, or storage failed.</exception>
    public static SearchOutcome Run(
        Lazy<MineDataset> data,
        IReadOnlyList<SearchTrial> trials,
        ITrialJournal journal,
        SearchSettings settings,
        (TimeProvider Clock, Action<SearchProgress> Told) surroundings,
        CancellationToken token
    ) => new GridSearch(data, trials, journal, settings, surroundings).Run(token);

    /// <summary>Trains a known trial again, for its networks.</summary>
    /// <param name="data">Stopes with their histories.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="journal">Has what is known of it; what is wrong there is put right.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="token">Looked at once a batch.</param>
    /// <returns>The trial; null: it diverges.</returns>
    public static TrainedTrial? TrainAgain(
        Lazy<MineDataset> data,
        SearchTrial trial,
        ITrialJournal journal,
        TimeProvider clock,
        CancellationToken token
    )
    {
        TrialTrainer trainer = new(new PreparedShapes(data, [trial.Options]), clock);
        (TrialRecord record, TrainedTrial? trained) = trainer.Train(trial, _ => false, token);
        if (record.ValidationLoss != journal.Find(trial.Key)?.ValidationLoss)
        {
            journal.Keep(record);
        }

        return trained;
    }

    private SearchOutcome Run(CancellationToken token)
    {
        Tell(null);
        int round = settings.StopHopeless ? RoundLength : Math.Max(1, trials.Count);
        for (int first = 0; first < trials.Count; first += round)
        {
            int length = Math.Min(round, trials.Count - first);
            RunRound([.. Enumerable.Range(first, length).Where(i => records[i] is null)], first, token);
        }

        TrialRecord[] all = [.. records.Select(record => record!)];
        TrialRecord winner = TrialRanking.Ranked(all)[0];
        return winner.ValidationLoss is null
            ? throw new SentinelException(
                FailureKind.InsufficientData,
                "search_found_nothing",
                "No trial came to an end with a validation loss: all left the numbers. Try smaller learning rates."
            )
            : new SearchOutcome(all, all.Length - known, best?.Record.Key == winner.Key ? best : null);
    }

    private void RunRound(int[] places, int round, CancellationToken token)
    {
        // Trials with the same samples follow each other, so that few sets of samples are held at once.
        Queue<int> waiting = new(
            places.OrderBy(i => PreparedShapes.ShapeOf(trials[i].Options), StringComparer.Ordinal)
        );
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        Thread[] workers =
        [
            .. Enumerable
                .Range(0, Math.Min(settings.Parallel, places.Length))
                .Select(_ => new Thread(() => Work(waiting, round, stop))),
        ];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        token.ThrowIfCancellationRequested();
        failure?.Throw();
    }

    private void Work(Queue<int> waiting, int round, CancellationTokenSource stop)
    {
        try
        {
            while (Next(waiting) is { } place && !stop.IsCancellationRequested)
            {
                Keep(place, trainer.Train(trials[place], losses => IsHopeless(place, round, losses), stop.Token));
            }
        }
        catch (Exception exception)
        {
            lock (gate)
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }

            stop.Cancel();
        }
    }

    private int? Next(Queue<int> waiting)
    {
        lock (gate)
        {
            return waiting.TryDequeue(out int place) ? place : null;
        }
    }

    private void Keep(int place, (TrialRecord Record, TrainedTrial? Trained) ended)
    {
        lock (gate)
        {
            journal.Keep(ended.Record);
            records[place] = ended.Record;
            if (ended.Trained is { } trained && IsBetter(trained, place))
            {
                (best, bestAt) = (trained, place);
            }

            Tell(ended.Record);
        }
    }

    private bool IsBetter(TrainedTrial trained, int place) =>
        best is null || (trained.Record.ValidationLoss, place).CompareTo((best.Record.ValidationLoss, bestAt)) < 0;

    private bool IsHopeless(int place, int round, IReadOnlyList<double> losses) =>
        settings.StopHopeless
        && MedianRule.IsHopeless(
            losses,
            [
                .. Enumerable
                    .Range(0, round)
                    .Where(i =>
                        records[i] is { State: TrialState.Trained }
                        && trials[i].Options.ClassWeights == trials[place].Options.ClassWeights
                    )
                    .Select(i => records[i]!.Losses),
            ]
        );

    private void Tell(TrialRecord? latest)
    {
        int ended = records.Count(record => record is not null);
        int trained = ended - known;
        told(
            new SearchProgress(
                ended,
                records.Length,
                known,
                latest,
                records.Min(record => record?.ValidationLoss),
                trained == 0 ? null : clock.GetElapsedTime(startedAt) / trained * (records.Length - ended)
            )
        );
    }
}
