using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The network's log-loss minus another model's on the samples that both answered; below zero the network is better.</summary>
/// <param name="Mean">The difference.</param>
/// <param name="Lower">Lower end of its 95 % interval, stopes resampled.</param>
/// <param name="Upper">Upper end.</param>
public sealed record LossDifference(double Mean, double Lower, double Upper)
{
    private static readonly int LevelHorizon = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    /// <summary>Of the condition; null: too few stopes, or one of the two does not answer.</summary>
    internal static LossDifference? OfCondition(
        IReadOnlyList<Sample> samples,
        AnsweredSamples network,
        AnsweredSamples other
    ) =>
        Of(
            samples,
            row =>
                samples[row] is { HasCondition: true, IsConditionScored: true } sample
                && network.Conditions[row] is { } mine
                && other.Conditions[row] is { } theirs
                    ? Loss(mine[sample.ConditionLabel]) - Loss(theirs[sample.ConditionLabel])
                    : null
        );

    /// <summary>Of the forecast that levels are cut from; null: too few stopes, or one of the two does not answer.</summary>
    internal static LossDifference? OfForecast(
        IReadOnlyList<Sample> samples,
        AnsweredSamples network,
        AnsweredSamples other
    ) =>
        Of(
            samples,
            row =>
                samples[row].Hazard.FailsWithin(LevelHorizon) is { } fails
                && network.Forecasts[row] is { } mine
                && other.Forecasts[row] is { } theirs
                    ? Loss(Said(mine[LevelHorizon], fails)) - Loss(Said(theirs[LevelHorizon], fails))
                    : null
        );

    private static LossDifference? Of(IReadOnlyList<Sample> samples, Func<int, double?> difference)
    {
        List<int> stopes = [];
        List<double> differences = [];
        for (int row = 0; row < samples.Count; row++)
        {
            if (difference(row) is { } value)
            {
                stopes.Add(samples[row].StopeIndex);
                differences.Add(value);
            }
        }

        StopeDraws draws = new(stopes, new BootstrapOptions());
        if (draws.Stopes < PairedComparison.FewestStopes)
        {
            return null;
        }

        double[] values = [.. differences];
        MetricInterval interval = draws.Interval(weights => WeightedScores.Mean(values, weights));
        return double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper)
            ? new LossDifference(values.Average(), interval.Lower, interval.Upper)
            : null;
    }

    private static double Said(double probability, bool fails) => fails ? probability : 1 - probability;

    private static double Loss(double probability) => -Math.Log(Math.Max(ClassScores.Floor, probability));
}
