using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>How far a search is.</summary>
/// <param name="Ended">Trials that ended, known ones among them.</param>
/// <param name="Trials">All trials.</param>
/// <param name="Known">Trials that were answered without training.</param>
/// <param name="Latest">The trial that ended last; null at the start.</param>
/// <param name="Best">Lowest validation loss so far; null: none yet.</param>
/// <param name="Left">Time that the rest will take, from the trials trained so far; null: none was trained yet.</param>
public sealed record SearchProgress(
    int Ended,
    int Trials,
    int Known,
    TrialRecord? Latest,
    double? Best,
    TimeSpan? Left
);
