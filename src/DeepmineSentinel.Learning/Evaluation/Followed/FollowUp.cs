using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>
/// What became of forecasts that were given to people, by the metrics that models are evaluated with. No forecast is scored that
/// could have known its end: it must have been computed before the failure happened or was known, and within three days of the
/// moment it is about. Of several about one moment by one run, the first counts.
/// </summary>
public static class FollowUp
{
    /// <summary>Fewest stopes that an interval is drawn from.</summary>
    public const int FewestStopes = 5;

    private const long CalibrationSeed = 42;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(3);
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    /// <summary>Scores the forecasts of one run.</summary>
    /// <param name="predictions">All forecasts of the run.</param>
    /// <param name="threshold">7-day probability from which an alarm stands.</param>
    public static FollowUpScores Score(IReadOnlyList<FollowedPrediction> predictions, double threshold)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        FollowedPrediction[] fair = Fair(predictions);
        (FollowedPrediction Said, bool Failed)[] known =
        [
            .. fair.Select(said => (said, Labels(said).FailsWithin(Level)))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.said, pair.Item2!.Value)),
        ];
        double[] probabilities = [.. known.Select(pair => pair.Said.Probability)];
        bool[] failed = [.. known.Select(pair => pair.Failed)];
        IReadOnlyList<AlarmEvent> alarms = AlarmsOf(fair, threshold);
        return new FollowUpScores
        {
            Predictions = predictions.Count,
            LeftOut = predictions.Count - fair.Length,
            Open = fair.Length - known.Length,
            Whole = CountsOf(known),
            CalibrationError = known.Length == 0 ? null : Calibration.ExpectedError(probabilities, failed),
            CalibrationPoint = known.Length == 0 ? null : Calibration.PerfectPoint(probabilities, CalibrationSeed),
            Reliability = [.. Calibration.Curve(probabilities, failed).Select(FollowUpBin.Of)],
            Threshold = threshold,
            Alarms = AlarmCounts.Of(alarms),
            Months = Months(known, alarms),
        };
    }

    private static FollowedPrediction[] Fair(IReadOnlyList<FollowedPrediction> predictions) =>
        [
            .. predictions
                .Where(said => said.ComputedAt - said.AsOf <= LongestDelay)
                .Where(said => said.Failure is not { } failure || (said.AsOf < failure && said.ComputedAt < failure))
                .Where(said => said.FailureKnownAt is not { } known || said.ComputedAt < known)
                .GroupBy(said => (said.StopeId, said.AsOf))
                .Select(same => same.MinBy(said => said.ComputedAt)!)
                .OrderBy(said => said.AsOf),
        ];

    private static HazardLabels Labels(FollowedPrediction said) =>
        HazardLabels.At(said.AsOf, said.Failure, said.StandingUntil);

    private static FollowUpMonth[] Months(
        (FollowedPrediction Said, bool Failed)[] known,
        IReadOnlyList<AlarmEvent> alarms
    ) =>
        [
            .. known
                .Select(pair => NameOf(pair.Said.AsOf))
                .Union(alarms.Select(alarm => NameOf(alarm.At)))
                .Order(StringComparer.Ordinal)
                .Select(name => new FollowUpMonth(
                    name,
                    CountsOf([.. known.Where(pair => NameOf(pair.Said.AsOf) == name)]),
                    AlarmCounts.Of([.. alarms.Where(alarm => NameOf(alarm.At) == name)])
                )),
        ];

    private static FollowUpCounts CountsOf((FollowedPrediction Said, bool Failed)[] known)
    {
        double[] errors = [.. known.Select(pair => Square(pair.Said.Probability - (pair.Failed ? 1 : 0)))];
        StopeDraws draws = new([.. known.Select(pair => pair.Said.StopeId)], new BootstrapOptions());
        MetricInterval? interval =
            draws.Stopes < FewestStopes ? null : draws.Interval(weights => WeightedScores.Mean(errors, weights));
        return new FollowUpCounts
        {
            Scored = known.Length,
            Stopes = draws.Stopes,
            Failing = known.Count(pair => pair.Failed),
            MeanProbability = known.Length == 0 ? null : known.Average(pair => pair.Said.Probability),
            Brier = known.Length == 0 ? null : errors.Average(),
            BrierInterval = interval is null ? null : [interval.Lower, interval.Upper],
        };
    }

    private static IReadOnlyList<AlarmEvent> AlarmsOf(FollowedPrediction[] fair, double threshold) =>
        [
            .. fair.GroupBy(said => said.StopeId)
                .SelectMany(stope =>
                {
                    AlarmTrack track = AlarmTrack.Of(stope.Select(SampleOf), stope.First().Failure);
                    return track.Events(threshold);
                }),
        ];

    private static (Sample Sample, double[]? Forecast) SampleOf(FollowedPrediction said)
    {
        double[] forecast = new double[Horizons.Days.Count];
        forecast[Level] = said.Probability;
        Sample sample = new()
        {
            StopeIndex = said.StopeId,
            AsOf = said.AsOf,
            ConditionLabel = Sample.NoLabel,
            Hazard = Labels(said),
        };
        return (sample, forecast);
    }

    private static string NameOf(DateTime at) => at.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static double Square(double value) => value * value;
}
