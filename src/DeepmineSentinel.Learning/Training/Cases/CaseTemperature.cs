using DeepmineSentinel.Learning.Networks.Cases;

namespace DeepmineSentinel.Learning.Training.Cases;

/// <summary>
/// Draws the two log-odds of a network towards those of its training cases. It works on each member before their mean, so
/// that what is monotone stays so.
/// </summary>
/// <param name="NotStableCentre">Log-odds of not stable among training cases.</param>
/// <param name="FailureCentre">Log-odds of failure among those not stable.</param>
/// <param name="Temperature">The distance from the centres is divided by it; 1: nothing is drawn.</param>
public sealed record CaseTemperature(double NotStableCentre, double FailureCentre, double Temperature)
{
    /// <summary>The centres of training labels, with half a case of each kind added; nothing is drawn yet.</summary>
    /// <param name="labels">States: 0 stable, 1 unstable, 2 failure.</param>
    public static CaseTemperature At(IReadOnlyCollection<int> labels)
    {
        double stable = labels.Count(label => label == 0) + 0.5;
        double unstable = labels.Count(label => label == 1) + 0.5;
        double failure = labels.Count(label => label == 2) + 0.5;
        return new CaseTemperature(Math.Log((unstable + failure) / stable), Math.Log(failure / unstable), 1);
    }

    /// <summary>Mean probabilities of the members for one case.</summary>
    /// <param name="logOdds">The two log-odds of each member, [members][2].</param>
    public double[] Mean(IReadOnlyList<double[]> logOdds)
    {
        double[] mean = new double[3];
        foreach (double[] odds in logOdds)
        {
            double[] one = CaseProbabilities.Of(Drawn(odds[0], NotStableCentre), Drawn(odds[1], FailureCentre));
            for (int k = 0; k < mean.Length; k++)
            {
                mean[k] += one[k] / logOdds.Count;
            }
        }

        return mean;
    }

    private double Drawn(double odds, double centre) => centre + ((odds - centre) / Temperature);
}
