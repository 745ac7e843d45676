using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Alarms;

/// <summary>Scores every model's alarms at the same rate of false ones (docs/decisions/090).</summary>
public static class AlarmScorer
{
    /// <summary>False alarms a stope and year that thresholds are set for.</summary>
    public const double Rate = 1;

    private const double DaysPerYear = 365.25;
    private const int FewestFailures = 5;

    /// <summary>Scores the alarms of all models that forecast.</summary>
    /// <param name="answers">What they said.</param>
    /// <param name="set">The stopes that the samples index into, with all their outcomes.</param>
    public static IReadOnlyList<AlarmScores> Score(AnsweredGroup answers, SampleSet set)
    {
        (string Name, AlarmTrack[] Tracks)[] models =
        [
            .. answers
                .Models.Where(model => model.Forecasts.Any(one => one is not null))
                .Select(model => (model.Name, Tracks(answers.Samples, model, set))),
        ];
        (string Name, AlarmTrack[] Tracks) oracle = models.FirstOrDefault(model =>
            model.Name == ModelEvaluation.OracleName
        );
        bool[]? foreseen = oracle.Tracks is { } tracks ? WarnedBy(tracks, ThresholdFor(tracks, set.Window)) : null;
        return [.. models.Select(model => Score(model.Name, model.Tracks, foreseen, set.Window))];
    }

    private static AlarmScores Score(string name, AlarmTrack[] tracks, bool[]? foreseen, WindowOptions window)
    {
        double threshold = ThresholdFor(tracks, window);
        bool[] warned = WarnedBy(tracks, threshold);
        (int wrong, int open) = CountOf(tracks, threshold);
        return new AlarmScores
        {
            Name = name,
            Threshold = double.IsFinite(threshold) ? threshold : null,
            FalseAlarms = wrong,
            OpenAlarms = open,
            StopeYears = YearsOf(tracks, window),
            Failures = tracks.Count(track => track.CanBeWarned),
            Warned = warned.Count(one => one),
            WarnedInterval = IntervalOf(tracks, warned),
            LeadDays = [.. tracks.Select(track => track.Lead(threshold)).OfType<double>().Order()],
            Foreseeable = foreseen?.Count(one => one),
            ForeseeableWarned = foreseen?.Zip(warned).Count(pair => pair is { First: true, Second: true }),
        };
    }

    private static AlarmTrack[] Tracks(IReadOnlyList<Sample> samples, AnsweredSamples model, SampleSet set) =>
        [
            .. Enumerable
                .Range(0, samples.Count)
                .GroupBy(row => samples[row].StopeIndex)
                .Select(rows =>
                    AlarmTrack.Of(
                        rows.Select(row => (samples[row], model.Forecasts[row])),
                        StopeTimeline.Of(set.Stopes[rows.Key]).Failure
                    )
                ),
        ];

    // From above, until the rate is passed for the first time: far below it one alarm would stand for ever, and few be raised.
    private static double ThresholdFor(AlarmTrack[] tracks, WindowOptions window)
    {
        double[] said = [.. tracks.SelectMany(track => track.Said).Distinct().OrderDescending()];
        double years = YearsOf(tracks, window);
        double threshold = double.PositiveInfinity;
        for (int i = 0; i < said.Length; i += Step(i))
        {
            if (CountOf(tracks, said[i]).False > Rate * years)
            {
                break;
            }

            threshold = said[i];
        }

        return threshold;
    }

    // Every value near the top, then ever coarser: a step of 2 % in rank.
    private static int Step(int at) => Math.Max(1, at / 50);

    private static (int False, int Open) CountOf(AlarmTrack[] tracks, double threshold)
    {
        (int False, int Open) sum = default;
        foreach (AlarmTrack track in tracks)
        {
            (int wrong, int open) = track.Count(threshold);
            sum = (sum.False + wrong, sum.Open + open);
        }

        return sum;
    }

    private static double YearsOf(AlarmTrack[] tracks, WindowOptions window) =>
        tracks.Sum(track => track.KnownDays) * window.StepDays / DaysPerYear;

    private static bool[] WarnedBy(AlarmTrack[] tracks, double threshold) =>
        [.. tracks.Select(track => track.CanBeWarned && track.Lead(threshold) is not null)];

    private static double[]? IntervalOf(AlarmTrack[] tracks, bool[] warned)
    {
        double[] failed = [.. warned.Where((_, i) => tracks[i].CanBeWarned).Select(one => one ? 1.0 : 0.0)];
        if (failed.Length < FewestFailures)
        {
            return null;
        }

        MetricInterval interval = new StopeDraws(
            [.. Enumerable.Range(0, failed.Length)],
            new BootstrapOptions()
        ).Interval(weights => WeightedScores.Mean(failed, weights));
        return [interval.Lower, interval.Upper];
    }
}
