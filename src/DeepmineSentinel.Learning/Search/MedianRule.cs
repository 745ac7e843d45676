namespace DeepmineSentinel.Learning.Search;

/// <summary>
/// Says whether a trial is worth going on (Golovin et al. 2017, median stopping): not if its best loss so far is above the
/// median of what the other trials' losses averaged up to the same epoch.
/// </summary>
public static class MedianRule
{
    /// <summary>Epochs that every trial is given.</summary>
    public const int FirstEpochs = 5;

    /// <summary>Trials that must have ended before any is stopped.</summary>
    public const int FewestTrials = 4;

    /// <summary>Whether a trial is to be stopped now.</summary>
    /// <param name="losses">Its validation losses so far, by epoch.</param>
    /// <param name="others">Validation losses of the trials it is compared with.</param>
    public static bool IsHopeless(IReadOnlyList<double> losses, IReadOnlyList<IReadOnlyList<double>> others)
    {
        if (losses.Count < FirstEpochs || others.Count < FewestTrials)
        {
            return false;
        }

        double[] averages = [.. others.Select(other => other.Take(losses.Count).Average()).Order()];
        double median = (averages[(averages.Length - 1) / 2] + averages[averages.Length / 2]) / 2;
        return losses.Min() > median;
    }
}
