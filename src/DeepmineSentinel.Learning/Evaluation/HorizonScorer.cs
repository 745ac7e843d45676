using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Scores forecasts per stope-day, horizon by horizon.</summary>
internal static class HorizonScorer
{
    /// <summary>Scores a model on every horizon that has known samples; empty where it does not answer.</summary>
    public static IReadOnlyList<HorizonScores> Score(IReadOnlyList<Sample> samples, AnsweredSamples answered) =>
        [.. Enumerable.Range(0, Horizons.Days.Count).Select(k => Score(samples, answered, k)).OfType<HorizonScores>()];

    private static HorizonScores? Score(IReadOnlyList<Sample> samples, AnsweredSamples answered, int k)
    {
        List<double> said = [];
        List<bool> came = [];
        for (int row = 0; row < samples.Count; row++)
        {
            if (answered.Forecasts[row] is { } forecast && samples[row].Hazard.FailsWithin(k) is { } fails)
            {
                said.Add(forecast[k]);
                came.Add(fails);
            }
        }

        if (said.Count == 0)
        {
            return null;
        }

        double[] probabilities = [.. said];
        bool[] happened = [.. came];
        int failures = happened.Count(fails => fails);
        return new HorizonScores
        {
            HorizonDays = Horizons.Days[k],
            Samples = said.Count,
            Failures = failures,
            Auc = ConditionScorer.Finite(BinaryScores.Auc(probabilities, happened)),
            AveragePrecision = ConditionScorer.Finite(BinaryScores.AveragePrecision(probabilities, happened)),
            Brier = BinaryScores.Brier(probabilities, happened),
            BrierSkill = ConditionScorer.Finite(
                BinaryScores.BrierSkill(probabilities, happened, (double)failures / said.Count)
            ),
            LogLoss = BinaryScores.LogLoss(probabilities, happened),
            CalibrationError = Calibration.ExpectedError(probabilities, happened),
        };
    }
}
