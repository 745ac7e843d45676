using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>
/// How much worse the network answers when one feature is dealt out anew among samples that it did not learn from
/// (Breiman 2001): the rise of the mean log-loss. About 0, or below: the network does not need it.
/// </summary>
public static class PermutationImportance
{
    private const int Repeats = 3;
    private const int MostSamples = 256;

    /// <summary>Importance of every feature, largest first.</summary>
    /// <param name="networks">Frozen networks.</param>
    /// <param name="samples">Samples of stopes that were not learnt from, with their encoded inputs.</param>
    /// <param name="answering">What turns logits into probabilities.</param>
    /// <param name="encoder">Names the inputs.</param>
    /// <param name="token">Looked at once a batch.</param>
    public static IReadOnlyDictionary<string, double> Measure(
        NetworkEnsemble networks,
        (SampleSet Set, IReadOnlyList<int> Positions, SampleTable Table) samples,
        (ModelCalibration Calibration, LabelPlan Plan) answering,
        FeatureEncoder encoder,
        CancellationToken token
    )
    {
        int[] rows = RowsOf(samples, answering.Plan);
        if (rows.Length < 2)
        {
            return new Dictionary<string, double>();
        }

        int[] positions = [.. rows.Select(row => samples.Positions[row])];
        SampleTable table = samples.Table.Take(rows);
        double Loss(SampleTable asked) =>
            MeanLoss(
                new ScoredSamples(samples.Set, positions, NetworkScoring.Score(networks, asked, token)),
                answering
            );
        double whole = Loss(table);
        return FeatureColumns
            .Of(encoder)
            .Select(feature =>
                (
                    feature.Name,
                    Rise: Enumerable
                        .Range(0, Repeats)
                        .Average(repeat => Loss(feature.Shuffled(table, RandomSequence.Open(feature.Name, repeat))))
                        - whole
                )
            )
            .OrderByDescending(pair => pair.Rise)
            .ToDictionary(pair => pair.Name, pair => pair.Rise);
    }

    // Spread evenly over all samples that have a label the network answers.
    private static int[] RowsOf(
        (SampleSet Set, IReadOnlyList<int> Positions, SampleTable Table) samples,
        LabelPlan plan
    )
    {
        int[] labelled =
        [
            .. Enumerable
                .Range(0, samples.Positions.Count)
                .Where(row =>
                    samples.Set.Samples[samples.Positions[row]] is var sample
                    && (plan.Condition ? sample.HasCondition : sample.Hazard.Known != 0)
                ),
        ];
        int count = Math.Min(MostSamples, labelled.Length);
        return [.. Enumerable.Range(0, count).Select(i => labelled[(int)((long)i * labelled.Length / count)])];
    }

    private static double MeanLoss(ScoredSamples scored, (ModelCalibration Calibration, LabelPlan Plan) answering)
    {
        double sum = 0;
        for (int row = 0; row < scored.Count; row++)
        {
            Sample sample = scored.Sample(row);
            sum += answering.Plan.Condition
                ? -Math.Log(
                    Math.Max(
                        ClassScores.Floor,
                        answering.Calibration.ConditionProbabilities(scored.Condition(row))[sample.ConditionLabel]
                    )
                )
                : Calibrator.HazardLoss(scored, row, answering.Calibration);
        }

        return sum / scored.Count;
    }
}
