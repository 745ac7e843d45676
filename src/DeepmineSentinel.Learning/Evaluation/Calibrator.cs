using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Fits temperatures and conformal thresholds on calibration stopes, every stope counting once.</summary>
public static class Calibrator
{
    /// <summary>Fits.</summary>
    /// <param name="scored">Calibration samples with the network's logits.</param>
    /// <param name="plan">Which heads are trained, and what balancing left in the logits.</param>
    public static ModelCalibration Fit(ScoredSamples scored, LabelPlan plan)
    {
        ModelCalibration calibration = ModelCalibration.None(scored.Set.Classes.Count) with
        {
            ConditionOffsets = plan.LogOffsets,
            ConditionCentre = plan.ConditionCentre,
            HazardCentre = plan.HazardCentre,
        };
        if (plan.Condition)
        {
            calibration = WithCondition(scored, calibration);
        }

        return plan.Hazard ? WithHazard(scored, calibration) : calibration;
    }

    private static ModelCalibration WithCondition(ScoredSamples scored, ModelCalibration calibration)
    {
        (int Row, double Weight)[] rows = WeightedRows(scored, sample => sample.HasCondition);
        double temperature = TemperatureScaling.Fit(candidate =>
        {
            ModelCalibration trial = calibration with { ConditionTemperature = candidate };
            return rows.Sum(entry =>
                -entry.Weight
                * Math.Log(
                    Math.Max(
                        1e-12,
                        trial.ConditionProbabilities(scored.Condition(entry.Row))[
                            scored.Sample(entry.Row).ConditionLabel
                        ]
                    )
                )
            );
        });
        return WithConformal(scored, calibration with { ConditionTemperature = temperature });
    }

    // One score a stope and class: windows of one stope are not independent, so its last one of the class stands for it.
    private static ModelCalibration WithConformal(ScoredSamples scored, ModelCalibration calibration)
    {
        int classes = scored.Set.Classes.Count;
        Dictionary<int, double>[] own = [.. Enumerable.Range(0, classes).Select(_ => new Dictionary<int, double>())];
        for (int row = 0; row < scored.Count; row++)
        {
            Sample sample = scored.Sample(row);
            if (sample.HasCondition && sample.IsConditionScored)
            {
                double[] probabilities = calibration.ConditionProbabilities(scored.Condition(row));
                own[sample.ConditionLabel][sample.StopeIndex] = probabilities[sample.ConditionLabel];
            }
        }

        return calibration with
        {
            ConformalThresholds =
            [
                .. own.Select(stopes => ConformalQuantile.Threshold(stopes.Values, ModelCalibration.MissRate)),
            ],
            ConformalStopes = [.. own.Select(stopes => stopes.Count)],
        };
    }

    private static ModelCalibration WithHazard(ScoredSamples scored, ModelCalibration calibration)
    {
        // By stope-day, as a forecast is scored: a stope that fails early must not weigh more a day than one that stands.
        (int Row, double Weight)[] rows = WeightedRows(scored, sample => sample.Hazard.Known != 0);
        double share = rows.Sum(entry => entry.Weight) / Math.Max(1, rows.Length);
        double temperature = TemperatureScaling.Fit(candidate =>
        {
            ModelCalibration trial = calibration with { HazardTemperature = candidate };
            return rows.Sum(entry => share * HazardLoss(scored, entry.Row, trial));
        });
        return calibration with { HazardTemperature = temperature };
    }

    /// <summary>Log-loss of a row's known hazards.</summary>
    internal static double HazardLoss(ScoredSamples scored, int row, ModelCalibration calibration)
    {
        HazardLabels labels = scored.Sample(row).Hazard;
        ReadOnlySpan<float> logits = scored.Hazard(row);
        double loss = 0;
        for (int k = 0; k < logits.Length; k++)
        {
            if (labels.IsKnown(k))
            {
                double logit = calibration.HazardLogit(logits, k);
                loss += ModelCalibration.SoftPlus(labels.Fails(k) ? -logit : logit);
            }
        }

        return loss;
    }

    private static (int Row, double Weight)[] WeightedRows(ScoredSamples scored, Func<Sample, bool> counts)
    {
        int[] rows = [.. Enumerable.Range(0, scored.Count).Where(row => counts(scored.Sample(row)))];
        Dictionary<int, int> ofStope = rows.CountBy(row => scored.Sample(row).StopeIndex)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        return [.. rows.Select(row => (row, 1.0 / ofStope[scored.Sample(row).StopeIndex]))];
    }
}
