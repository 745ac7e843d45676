using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>The search that a run is the best of.</summary>
public sealed record SearchSummary
{
    /// <summary>Name given by the user; a label, nothing is found by it.</summary>
    public required string Experiment { get; init; }

    /// <summary>Key of the search: all its trials, and by them data, split, seed and engine.</summary>
    public required string Key { get; init; }

    /// <summary>What the best was chosen by: the loss on stopes that stop the training, never on test stopes.</summary>
    public string SelectionMetric { get; init; } = "validation_loss";

    /// <summary>Configurations.</summary>
    public required int Trials { get; init; }

    /// <summary>Of these, trained in this call; the others were known.</summary>
    public required int Trained { get; init; }

    /// <summary>Of all, those that left the numbers.</summary>
    public required int Diverged { get; init; }

    /// <summary>Of all, those stopped early.</summary>
    public required int Stopped { get; init; }

    /// <summary>Key of the best trial.</summary>
    public required string BestTrial { get; init; }

    /// <summary>Every trial, best first; null in the files of a run.</summary>
    public IReadOnlyList<TrialRecord>? Results { get; init; }

    /// <summary>Counts trials.</summary>
    /// <param name="experiment">Label.</param>
    /// <param name="key">Key of the search.</param>
    /// <param name="trials">All of them.</param>
    /// <param name="trained">How many were trained in this call.</param>
    public static SearchSummary Of(string experiment, string key, IReadOnlyList<TrialRecord> trials, int trained) =>
        new()
        {
            Experiment = experiment,
            Key = key,
            Trials = trials.Count,
            Trained = trained,
            Diverged = trials.Count(trial => trial.State == TrialState.Diverged),
            Stopped = trials.Count(trial => trial.State == TrialState.Stopped),
            BestTrial = TrialRanking.Ranked(trials)[0].Key,
        };
}
