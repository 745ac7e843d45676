using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>How often classes and failures occur in training samples.</summary>
internal static class BaseRates
{
    /// <summary>Weighted share of each class, one stope's weight spread over the classes so that none is impossible.</summary>
    public static double[] OfClasses(SampleSet samples, IEnumerable<Sample> training)
    {
        double[] shares = new double[samples.Classes.Count];
        Array.Fill(shares, 1.0 / shares.Length);
        foreach (Sample sample in training.Where(sample => sample.HasCondition))
        {
            shares[sample.ConditionLabel] += sample.ConditionWeight;
        }

        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    /// <summary>Chance of failing within each horizon from the share of failures in each interval.</summary>
    public static double[] OfHorizons(IReadOnlyCollection<Sample> training) =>
        Forecast([.. Enumerable.Range(0, Horizons.Days.Count).Select(k => OfInterval(training, k))]);

    /// <summary>Share of failures in an interval, half a failure and half a survival added.</summary>
    public static double OfInterval(IReadOnlyCollection<Sample> training, int k)
    {
        double known = training.Count(sample => sample.Hazard.IsKnown(k));
        double failing = training.Count(sample => sample.Hazard.Fails(k));
        return (failing + 0.5) / (known + 1);
    }

    /// <summary>One minus the product of survivals.</summary>
    public static double[] Forecast(IReadOnlyList<double> hazards)
    {
        double[] forecast = new double[hazards.Count];
        double survival = 1;
        for (int k = 0; k < forecast.Length; k++)
        {
            survival *= 1 - hazards[k];
            forecast[k] = 1 - survival;
        }

        return forecast;
    }
}
