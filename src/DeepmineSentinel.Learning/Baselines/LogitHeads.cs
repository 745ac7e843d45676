using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// An ordinal logit of the condition and one logit of each interval's hazard, on rows that a caller makes of samples. The
/// weights of a fit sum to its number of stopes, as windows of one stope repeat each other: the penalty then means the same
/// for few windows and for many.
/// </summary>
internal sealed class LogitHeads(Func<Sample, double[]> rowOf, double penalty)
{
    private const int FewestEvents = 3;
    private readonly double[] baseHazards = new double[Horizons.Days.Count];
    private readonly OrdinalLogit?[] hazards = new OrdinalLogit?[Horizons.Days.Count];
    private OrdinalLogit? condition;
    private bool hasHazards;

    public void Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        Sample[] training = [.. samples.SamplesOf(trainingStopes).Select(i => samples.Samples[i])];
        if (training.Any(sample => sample.HasCondition))
        {
            IEnumerable<Sample> labelled = training.Where(sample => sample.HasCondition);
            condition = FitOne(labelled, s => (s.ConditionLabel, s.ConditionWeight), samples.Classes.Count);
        }

        hasHazards = samples.HasHazards;
        for (int k = 0; k < hazards.Length && hasHazards; k++)
        {
            int interval = k;
            baseHazards[k] = BaseRates.OfInterval(training, k);
            bool enough = training.Count(sample => sample.Hazard.Fails(interval)) >= FewestEvents;
            IEnumerable<Sample> known = training.Where(sample => sample.Hazard.IsKnown(interval));
            hazards[k] = enough ? FitOne(known, s => (s.Hazard.Fails(interval) ? 1 : 0, 1), 2) : null;
        }
    }

    public double[]? PredictCondition(Sample sample) => condition?.Probabilities(rowOf(sample));

    public double[]? PredictForecast(Sample sample)
    {
        if (!hasHazards)
        {
            return null;
        }

        double[] row = rowOf(sample);
        return BaseRates.Forecast([.. hazards.Select((hazard, k) => hazard?.Probabilities(row)[1] ?? baseHazards[k])]);
    }

    // Samples with the same row (an array shared by a stope's windows) and label become one row of their weights' sum.
    private OrdinalLogit FitOne(
        IEnumerable<Sample> samples,
        Func<Sample, (int Label, float Weight)> labelOf,
        int classes
    )
    {
        Dictionary<(double[] Row, int Label), double> weights = [];
        HashSet<int> stopes = [];
        foreach (Sample sample in samples)
        {
            (int label, float weight) = labelOf(sample);
            (double[], int) key = (rowOf(sample), label);
            weights[key] = weights.GetValueOrDefault(key) + weight;
            stopes.Add(sample.StopeIndex);
        }

        double scale = stopes.Count / weights.Values.Sum();
        return OrdinalLogit.Fit(
            new OrdinalLogitProblem(
                [.. weights.Keys.Select(key => key.Row)],
                [.. weights.Keys.Select(key => key.Label)],
                [.. weights.Values.Select(weight => weight * scale)],
                classes,
                penalty
            )
        );
    }
}
