namespace DeepmineSentinel.Learning.Search;

/// <summary>Orders trials by their validation loss.</summary>
public static class TrialRanking
{
    /// <summary>Trials from the lowest loss up, equal ones as they were; those without a loss come last.</summary>
    public static IReadOnlyList<TrialRecord> Ranked(IEnumerable<TrialRecord> trials) =>
        [.. trials.OrderBy(trial => trial.ValidationLoss ?? double.PositiveInfinity)];
}
