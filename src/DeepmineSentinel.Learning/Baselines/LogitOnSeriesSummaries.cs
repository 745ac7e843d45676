using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// Regularised ordinal logit on what a person would read off the charts: of each channel the window's mean, its largest
/// value, the mean of its last three steps, its slope, and the share of steps with a value.
/// </summary>
public sealed class LogitOnSeriesSummaries : IBaseline
{
    /// <summary>Its name among the models compared.</summary>
    public const string ModelName = "logit_series";

    private const double Penalty = 1;
    private LogitHeads? heads;

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        if (trainingStopes.All(stope => samples.Stopes[stope].Readings.Count == 0))
        {
            return "The training stopes have no readings.";
        }

        FeatureEncoder encoder = FeatureEncoder.Fit(
            [.. trainingStopes.Select(stope => samples.Stopes[stope])],
            samples.Window
        );
        StopeEncoder?[] stopes = new StopeEncoder[samples.Stopes.Count];
        heads = new LogitHeads(
            sample =>
            {
                int stope = sample.StopeIndex;
                StopeEncoder prepared = stopes[stope] ??= encoder.ForStope(samples.Stopes[stope]);
                return SeriesSummary.Of(prepared.Encode(sample.AsOf), encoder.ChannelCount);
            },
            Penalty
        );
        heads.Fit(samples, trainingStopes);
        return null;
    }

    /// <inheritdoc/>
    public double[]? PredictCondition(SampleSet samples, Sample sample) => heads?.PredictCondition(sample);

    /// <inheritdoc/>
    public double[]? PredictForecast(SampleSet samples, Sample sample) => heads?.PredictForecast(sample);
}
