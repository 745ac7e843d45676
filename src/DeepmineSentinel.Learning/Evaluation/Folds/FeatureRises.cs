using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation.Folds;

/// <summary>
/// By how much the loss of held-out samples rises when one feature is dealt out anew among them (Breiman 2001), within the same
/// part of the calendar (Strobl and others 2008): a temperature that only tells the season gets no credit for the date.
/// </summary>
/// <param name="Name">Name of the feature.</param>
/// <param name="Rises">Mean rise of each sample over the shuffles.</param>
public sealed record FeatureRises(string Name, IReadOnlyList<double> Rises)
{
    private const int Repeats = 3;
    private const int MostSamples = 500;
    private const int CalendarParts = 20;

    /// <summary>Measures every feature by both heads together, each sample as the loss counts it.</summary>
    /// <param name="networks">Frozen networks.</param>
    /// <param name="held">Held-out samples with their encoded inputs.</param>
    /// <param name="answering">What turns logits into probabilities.</param>
    /// <param name="encoder">Names the inputs.</param>
    /// <param name="token">Looked at once a batch.</param>
    /// <returns>The stope of every sample measured on, and the features.</returns>
    public static (IReadOnlyList<int> Stopes, IReadOnlyList<FeatureRises> Features) Measure(
        NetworkEnsemble networks,
        (SampleSet Set, IReadOnlyList<int> Positions, SampleTable Table) held,
        (ModelCalibration Calibration, LabelPlan Plan) answering,
        FeatureEncoder encoder,
        CancellationToken token
    )
    {
        // Of an undated label only a stope's last window has a loss: among all of its windows hardly one would be drawn.
        int[] counting =
        [
            .. Enumerable
                .Range(0, held.Positions.Count)
                .Where(row => HasLoss(held.Set.Samples[held.Positions[row]], answering.Plan)),
        ];
        if (counting.Length == 0)
        {
            return ([], []);
        }

        int count = Math.Min(MostSamples, counting.Length);
        int[] rows = [.. Enumerable.Range(0, count).Select(i => counting[(int)((long)i * counting.Length / count)])];
        int[] positions = [.. rows.Select(row => held.Positions[row])];
        SampleTable table = held.Table.Take(rows);
        double[] Losses(SampleTable asked) =>
            LossesOf(new ScoredSamples(held.Set, positions, NetworkScoring.Score(networks, asked, token)), answering);
        double[] whole = Losses(table);
        int[][] parts = CalendarPartsOf([.. positions.Select(position => held.Set.Samples[position].AsOf)]);
        return (
            [.. positions.Select(position => held.Set.Samples[position].StopeIndex)],
            [.. FeatureColumns.Of(encoder).Select(feature => Of(feature, (table, parts), whole, Losses))]
        );
    }

    /// <summary>Rows in up to 20 groups of equal size, each of neighbours in time.</summary>
    /// <param name="moments">The moment of every row; null: undated, all beside each other.</param>
    internal static int[][] CalendarPartsOf(IReadOnlyList<DateTime?> moments)
    {
        int size = Math.Max(2, (moments.Count + CalendarParts - 1) / CalendarParts);
        return [.. Enumerable.Range(0, moments.Count).OrderBy(row => moments[row]).Chunk(size)];
    }

    /// <summary>Mean rise with its 95 % interval, stopes resampled; largest first.</summary>
    /// <param name="folds">What every fold measured.</param>
    public static IReadOnlyList<MeasuredImportance> Pool(
        IReadOnlyList<(IReadOnlyList<int> Stopes, IReadOnlyList<FeatureRises> Features)> folds
    )
    {
        StopeDraws draws = new([.. folds.SelectMany(fold => fold.Stopes)], new BootstrapOptions());
        return
        [
            .. folds
                .SelectMany(fold => fold.Features)
                .GroupBy(feature => feature.Name)
                .Select(feature => (Name: feature.Key, Rises: feature.SelectMany(one => one.Rises).ToArray()))
                .Where(feature => feature.Rises.Length == folds.Sum(fold => fold.Stopes.Count))
                .Select(feature =>
                {
                    MetricInterval interval = draws.Interval(weights => WeightedScores.Mean(feature.Rises, weights));
                    return new MeasuredImportance(
                        feature.Name,
                        feature.Rises.Average(),
                        interval.Lower,
                        interval.Upper
                    );
                })
                .OrderByDescending(feature => feature.Rise),
        ];
    }

    private static FeatureRises Of(
        FeatureColumns feature,
        (SampleTable Table, int[][] Parts) dealt,
        double[] whole,
        Func<SampleTable, double[]> lossesOf
    )
    {
        double[] rises = new double[whole.Length];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            RandomSequence sequence = RandomSequence.Open(feature.Name, repeat);
            double[] losses = lossesOf(feature.Shuffled(dealt.Table, dealt.Parts, sequence));
            for (int row = 0; row < rises.Length; row++)
            {
                rises[row] += (losses[row] - whole[row]) / Repeats;
            }
        }

        return new FeatureRises(feature.Name, rises);
    }

    private static bool HasLoss(Sample sample, LabelPlan plan) =>
        (plan.Condition && sample is { HasCondition: true, IsConditionScored: true })
        || (plan.Hazard && sample.Hazard.Known != 0);

    private static double[] LossesOf(ScoredSamples scored, (ModelCalibration Calibration, LabelPlan Plan) answering)
    {
        double[] losses = new double[scored.Count];
        for (int row = 0; row < losses.Length; row++)
        {
            Sample sample = scored.Sample(row);
            if (answering.Plan.Condition && sample is { HasCondition: true, IsConditionScored: true })
            {
                double said = answering.Calibration.ConditionProbabilities(scored.Condition(row))[
                    sample.ConditionLabel
                ];
                losses[row] -= StabilityLoss.ConditionWeight * Math.Log(Math.Max(ClassScores.Floor, said));
            }

            losses[row] += answering.Plan.Hazard ? Calibrator.HazardLoss(scored, row, answering.Calibration) : 0;
        }

        return losses;
    }
}
