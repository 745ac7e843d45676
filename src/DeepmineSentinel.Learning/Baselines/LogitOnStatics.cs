using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>Regularised ordinal logit on the encoded static inputs; a logit of each interval's hazard.</summary>
public sealed class LogitOnStatics : IBaseline
{
    private const double Penalty = 1;
    private LogitHeads? heads;

    /// <inheritdoc/>
    public string Name => "logit_statics";

    /// <inheritdoc/>
    public string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        FeatureEncoder encoder = FeatureEncoder.Fit(
            [.. trainingStopes.Select(stope => samples.Stopes[stope])],
            samples.Window
        );
        double[]?[] rows = new double[samples.Stopes.Count][];
        heads = new LogitHeads(sample => rows[sample.StopeIndex] ??= Row(encoder, samples, sample), Penalty);
        heads.Fit(samples, trainingStopes);
        return null;
    }

    /// <inheritdoc/>
    public double[]? PredictCondition(SampleSet samples, Sample sample) => heads?.PredictCondition(sample);

    /// <inheritdoc/>
    public double[]? PredictForecast(SampleSet samples, Sample sample) => heads?.PredictForecast(sample);

    private static double[] Row(FeatureEncoder encoder, SampleSet samples, Sample sample) =>
        [.. encoder.EncodeStatics(samples.Stopes[sample.StopeIndex].Properties).Select(value => (double)value)];
}
