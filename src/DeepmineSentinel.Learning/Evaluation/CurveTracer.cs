using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Traces the curves of a network's calibrated answers.</summary>
internal static class CurveTracer
{
    private const int PerfectDraws = 200;

    public static EvaluationCurves Trace(
        string group,
        ScoredSamples scored,
        (ModelCalibration Calibration, LabelPlan Plan) answering
    ) => Trace(group, scored.Samples, AnsweredSamples.OfNetwork(scored, answering.Calibration, answering.Plan));

    public static EvaluationCurves Trace(string group, IReadOnlyList<Sample> samples, AnsweredSamples answered) =>
        new(
            group,
            Of(null, Conditions(samples, answered)),
            [
                .. Enumerable
                    .Range(0, Horizons.Days.Count)
                    .Select(k => Of(Horizons.Days[k], Forecasts(samples, answered, k)))
                    .OfType<BinaryCurves>(),
            ]
        );

    private static IEnumerable<(double, bool)> Conditions(IReadOnlyList<Sample> samples, AnsweredSamples answered)
    {
        for (int row = 0; row < samples.Count; row++)
        {
            if (
                samples[row] is { HasCondition: true, IsConditionScored: true } sample
                && answered.Conditions[row] is { } said
            )
            {
                yield return (1 - said[0], sample.ConditionLabel > 0);
            }
        }
    }

    private static IEnumerable<(double, bool)> Forecasts(IReadOnlyList<Sample> samples, AnsweredSamples answered, int k)
    {
        for (int row = 0; row < samples.Count; row++)
        {
            if (answered.Forecasts[row] is { } said && samples[row].Hazard.FailsWithin(k) is { } fails)
            {
                yield return (said[k], fails);
            }
        }
    }

    private static BinaryCurves? Of(int? horizon, IEnumerable<(double Said, bool Came)> pairs)
    {
        (double Said, bool Came)[] all = [.. pairs];
        double[] said = [.. all.Select(pair => pair.Said)];
        bool[] came = [.. all.Select(pair => pair.Came)];
        return all.Length == 0
            ? null
            : new BinaryCurves
            {
                HorizonDays = horizon,
                Samples = all.Length,
                Events = came.Count(one => one),
                CalibrationError = Calibration.ExpectedError(said, came),
                PerfectError = Calibration.PerfectPoint(said, horizon ?? 0, PerfectDraws),
                Reliability = Calibration.Curve(said, came),
                Roc = RankCurves.Roc(said, came),
                PrecisionRecall = RankCurves.PrecisionRecall(said, came),
            };
    }
}
