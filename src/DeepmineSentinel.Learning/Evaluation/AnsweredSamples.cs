using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>What one model said of some samples, whichever model it is.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Conditions">Probabilities of the classes, by sample; null: the model does not answer.</param>
/// <param name="Answers">Class answered, by sample; -1: none.</param>
/// <param name="Forecasts">Probabilities of failing within each horizon, by sample; null: the model does not answer.</param>
public sealed record AnsweredSamples(
    string Name,
    IReadOnlyList<double[]?> Conditions,
    IReadOnlyList<int> Answers,
    IReadOnlyList<double[]?> Forecasts
)
{
    /// <summary>Classes that cannot be excluded, by sample, bit k for class k; null: the model has no conformal sets.</summary>
    public IReadOnlyList<int>? Sets { get; init; }

    /// <summary>The network's answers, calibrated; an untrained head does not answer.</summary>
    public static AnsweredSamples OfNetwork(ScoredSamples scored, ModelCalibration calibration, LabelPlan plan)
    {
        double[]?[] conditions = new double[scored.Count][];
        double[]?[] forecasts = new double[scored.Count][];
        for (int row = 0; row < scored.Count; row++)
        {
            conditions[row] = plan.Condition ? calibration.ConditionProbabilities(scored.Condition(row)) : null;
            forecasts[row] = plan.Hazard ? calibration.FailureProbabilities(scored.Hazard(row)) : null;
        }

        return new AnsweredSamples(
            ModelEvaluation.NetworkName,
            conditions,
            [.. conditions.Select(one => one is null ? Sample.NoLabel : ClassScores.Answer(one))],
            forecasts
        )
        {
            Sets = [.. conditions.Select(one => one is null ? 0 : calibration.ConformalBits(one))],
        };
    }

    /// <summary>A baseline's answers.</summary>
    public static AnsweredSamples OfBaseline(IBaseline baseline, SampleSet set, IReadOnlyList<int> positions) =>
        new(
            baseline.Name,
            [.. positions.Select(position => baseline.PredictCondition(set, set.Samples[position]))],
            [.. positions.Select(position => baseline.AnswerCondition(set, set.Samples[position]))],
            [.. positions.Select(position => baseline.PredictForecast(set, set.Samples[position]))]
        );
}
