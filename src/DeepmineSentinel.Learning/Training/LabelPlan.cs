using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Which heads have labels to learn from, and how much each label counts.</summary>
public sealed record LabelPlan
{
    /// <summary>Whether the condition head is trained: training stopes show at least two classes.</summary>
    public required bool Condition { get; init; }

    /// <summary>Whether the hazard head is trained: a training stope fails within an interval.</summary>
    public required bool Hazard { get; init; }

    /// <summary>Sample weights are multiplied by it, so that labelled training samples weigh 1 on average.</summary>
    public required double WeightScale { get; init; }

    /// <summary>Factor of each class; all 1 without balancing.</summary>
    public required IReadOnlyList<double> ClassWeights { get; init; }

    /// <summary>Log of each class's share of training samples, smoothed by one sample: what is said of a stope not known.</summary>
    public required IReadOnlyList<double> ConditionCentre { get; init; }

    /// <summary>Log-odds of failing within each interval over training stope-days, smoothed by one day.</summary>
    public required IReadOnlyList<double> HazardCentre { get; init; }

    /// <summary>What is subtracted from condition logits, so that balancing leaves no trace in probabilities.</summary>
    public IReadOnlyList<double> LogOffsets => [.. ClassWeights.Select(weight => Math.Log(weight))];

    /// <summary>Makes a plan from training samples.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="training">Positions of the training samples.</param>
    /// <param name="weighting">Whether classes are balanced.</param>
    public static LabelPlan For(SampleSet set, IReadOnlyList<int> training, ClassWeighting weighting)
    {
        double[] byClass = new double[set.Classes.Count];
        int labelled = 0;
        bool fails = false;
        foreach (Sample sample in training.Select(position => set.Samples[position]))
        {
            fails |= sample.Hazard.Targets != 0;
            if (sample.HasCondition)
            {
                labelled++;
                byClass[sample.ConditionLabel] += sample.ConditionWeight;
            }
        }

        double total = byClass.Sum();
        int seen = byClass.Count(weight => weight > 0);
        bool balanced = weighting == ClassWeighting.Balanced;
        return new LabelPlan
        {
            Condition = seen >= 2,
            Hazard = fails,
            ConditionCentre = [.. byClass.Select(weight => Math.Log((weight + (1.0 / byClass.Length)) / (total + 1)))],
            HazardCentre = HazardCentreOf(set, training),
            WeightScale = total > 0 ? labelled / total : 1,
            ClassWeights = [.. byClass.Select(weight => balanced && weight > 0 ? total / (seen * weight) : 1)],
        };
    }

    private static double[] HazardCentreOf(SampleSet set, IReadOnlyList<int> training)
    {
        double[] centre = new double[Horizons.Days.Count];
        for (int k = 0; k < centre.Length; k++)
        {
            double failing = 0.5;
            double standing = 0.5;
            foreach (int position in training)
            {
                HazardLabels labels = set.Samples[position].Hazard;
                failing += labels.Fails(k) ? 1 : 0;
                standing += labels.IsKnown(k) && !labels.Fails(k) ? 1 : 0;
            }

            centre[k] = Math.Log(failing / standing);
        }

        return centre;
    }
}
