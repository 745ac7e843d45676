using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// Ordinal logit on ln HR and ln N': isoprobability curves refitted on the training stopes, as a site would (Mawdesley and
/// others 2001).
/// </summary>
public sealed class IsoprobabilityBaseline : IBaseline
{
    // Almost none: two coefficients that the rock's physics already backs.
    private const double Penalty = 0.01;
    private LogitHeads? heads;

    /// <inheritdoc/>
    public string Name => "isoprobability";

    /// <inheritdoc/>
    public string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        double[]?[] rows = [.. samples.Stopes.Select(stope => Row(stope.Properties))];
        int[] without = [.. samples.Samples.Select(s => s.StopeIndex).Distinct().Where(stope => rows[stope] is null)];
        if (without.Length > 0)
        {
            return $"N' cannot be computed of {without.Length} labelled stopes: it needs Q' (or Jn, Jr, Ja), A (or UCS and "
                + "induced stress) and B (or the joint angle).";
        }

        heads = new LogitHeads(sample => rows[sample.StopeIndex]!, Penalty);
        heads.Fit(samples, trainingStopes);
        return null;
    }

    /// <inheritdoc/>
    public double[]? PredictCondition(SampleSet samples, Sample sample) => heads?.PredictCondition(sample);

    /// <inheritdoc/>
    public double[]? PredictForecast(SampleSet samples, Sample sample) => heads?.PredictForecast(sample);

    private static double[]? Row(StopeProperties properties) =>
        StopeStability.Of(properties).NPrime is { } n
            ? [Math.Log(properties.HydraulicRadiusMetres), Math.Log(n)]
            : null;
}
