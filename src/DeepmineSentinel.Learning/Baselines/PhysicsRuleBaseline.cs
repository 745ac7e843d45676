using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// The physics rule as a baseline. Its answer is the rule's own; its probabilities, which the rule has not, are how often
/// each class followed that answer in training, so that it is not beaten merely for being a score.
/// </summary>
public sealed class PhysicsRuleBaseline : IBaseline
{
    private const double PriorWeight = 1;
    private double[][]? shares;

    /// <inheritdoc/>
    public string Name => "physics_rule";

    /// <inheritdoc/>
    public string? Fit(SampleSet samples, IReadOnlyList<int> trainingStopes)
    {
        if (!samples.HasCondition)
        {
            return "There are no condition labels.";
        }

        Sample[] training = [.. samples.SamplesOf(trainingStopes).Select(i => samples.Samples[i])];
        double[] prior = BaseRates.OfClasses(samples, training);
        shares = [.. prior.Select(_ => prior.Select(share => share * PriorWeight).ToArray())];
        foreach (Sample sample in training.Where(sample => sample.HasCondition))
        {
            shares[AnswerCondition(samples, sample)][sample.ConditionLabel] += sample.ConditionWeight;
        }

        foreach (double[] row in shares)
        {
            double sum = row.Sum();
            for (int k = 0; k < row.Length; k++)
            {
                row[k] /= sum;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public int AnswerCondition(SampleSet samples, Sample sample)
    {
        StabilityClass answer = PhysicsRule.Score(samples.Stopes[sample.StopeIndex], sample.AsOf).Class;
        int place = (int)answer - (int)StabilityClass.Stable;
        int worst = samples.Classes.Count - 1;
        return place < 0 ? worst : Math.Min(place, worst); // what it cannot score is not called calm
    }

    /// <inheritdoc/>
    public double[]? PredictCondition(SampleSet samples, Sample sample) => shares?[AnswerCondition(samples, sample)];

    /// <inheritdoc/>
    public double[]? PredictForecast(SampleSet samples, Sample sample) => null;
}
