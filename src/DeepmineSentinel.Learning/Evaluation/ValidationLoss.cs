using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>
/// The number by which trials and features are chosen: 1.2 x cross-entropy of the condition + 5 x mean binary cross-entropy of
/// the hazards on the stopes that stop the training, never on test stopes. Class weights are left out, so that balanced runs
/// compare with others; without them it is the loss that training reports of its best epoch.
/// </summary>
public static class ValidationLoss
{
    /// <summary>The loss of some samples.</summary>
    /// <param name="labelled">Encoded with labels by <paramref name="plan"/>.</param>
    /// <param name="scores">What the network said of them.</param>
    /// <param name="plan">Which heads are trained, and what balancing left in labels and logits.</param>
    /// <returns>The loss; null: no sample has a label that a head was trained for.</returns>
    public static double? Of(SampleTable labelled, NetworkScores scores, LabelPlan plan)
    {
        double? condition = plan.Condition ? ConditionMean(labelled, scores.Condition, plan) : null;
        double? hazard = plan.Hazard ? HazardMean(labelled, scores.Hazard) : null;
        return condition is null && hazard is null
            ? null
            : (StabilityLoss.ConditionWeight * (condition ?? 0)) + (StabilityLoss.HazardWeight * (hazard ?? 0));
    }

    private static double? ConditionMean(SampleTable labelled, float[] logits, LabelPlan plan)
    {
        int classes = labelled.Shape.ClassCount;
        IReadOnlyList<double> offsets = plan.LogOffsets;
        double sum = 0;
        int count = 0;
        for (int row = 0; row < labelled.Count; row++)
        {
            int at = row * classes;
            int label = labelled.ConditionTargets.AsSpan(at, classes).IndexOfAnyExcept(0f);
            if (label >= 0)
            {
                double weight = labelled.ConditionTargets[at + label] / plan.ClassWeights[label];
                sum += weight * CrossEntropy(logits.AsSpan(at, classes), offsets, label);
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }

    private static double CrossEntropy(ReadOnlySpan<float> logits, IReadOnlyList<double> offsets, int label)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < logits.Length; i++)
        {
            largest = Math.Max(largest, logits[i] - offsets[i]);
        }

        double sum = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            sum += Math.Exp(logits[i] - offsets[i] - largest);
        }

        return Math.Log(sum) + largest - (logits[label] - offsets[label]);
    }

    private static double? HazardMean(SampleTable labelled, float[] logits)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < labelled.Count * NetworkOptions.HazardCount; i++)
        {
            if (labelled.HazardKnown[i] > 0)
            {
                sum += ModelCalibration.SoftPlus(labelled.HazardTargets[i] > 0 ? -logits[i] : logits[i]);
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
