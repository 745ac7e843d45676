using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Turns a network's logits into probabilities and into sets of classes. Fitted on calibration stopes.</summary>
public sealed record ModelCalibration
{
    /// <summary>Chance that a conformal set misses the class.</summary>
    public const double MissRate = 0.10;

    /// <summary>Taken off the condition logits first: log class weights where training was balanced, else 0; one a class.</summary>
    public required IReadOnlyList<double> ConditionOffsets { get; init; }

    /// <summary>Log share of each class in training: condition logits are drawn towards it; 0s: not calibrated.</summary>
    public required IReadOnlyList<double> ConditionCentre { get; init; }

    /// <summary>Log-odds of each interval in training: hazard logits are drawn towards it; 0s: not calibrated.</summary>
    public required IReadOnlyList<double> HazardCentre { get; init; }

    /// <summary>The distance of condition logits from their centre is divided by it; 1: not calibrated.</summary>
    public double ConditionTemperature { get; init; } = 1;

    /// <summary>The distance of hazard logits from their centre is divided by it; 1: not calibrated.</summary>
    public double HazardTemperature { get; init; } = 1;

    /// <summary>Smallest probability with which a class is in the set, one a class; null: too few calibration stopes, always in the set.</summary>
    public required IReadOnlyList<double?> ConformalThresholds { get; init; }

    /// <summary>Calibration stopes of each class.</summary>
    public required IReadOnlyList<int> ConformalStopes { get; init; }

    /// <summary>No calibration.</summary>
    /// <param name="classes">Classes of the condition head.</param>
    public static ModelCalibration None(int classes) =>
        new()
        {
            ConditionOffsets = new double[classes],
            ConditionCentre = new double[classes],
            HazardCentre = new double[Horizons.Days.Count],
            ConformalThresholds = new double?[classes],
            ConformalStopes = new int[classes],
        };

    /// <summary>Probabilities of the classes of one sample.</summary>
    /// <param name="logits">Condition logits, one a class.</param>
    public double[] ConditionProbabilities(ReadOnlySpan<float> logits)
    {
        double[] scaled = new double[logits.Length];
        double largest = double.NegativeInfinity;
        for (int i = 0; i < logits.Length; i++)
        {
            double centre = ConditionCentre[i];
            scaled[i] = centre + ((logits[i] - ConditionOffsets[i] - centre) / ConditionTemperature);
            largest = Math.Max(largest, scaled[i]);
        }

        double sum = 0;
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = Math.Exp(scaled[i] - largest);
            sum += scaled[i];
        }

        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] /= sum;
        }

        return scaled;
    }

    /// <summary>Probabilities of failing within each horizon of one sample: 1 minus the product of survivals, so never falling.</summary>
    /// <param name="logits">Hazard logits, one an interval.</param>
    public double[] FailureProbabilities(ReadOnlySpan<float> logits)
    {
        double[] within = new double[logits.Length];
        double logSurvival = 0;
        for (int k = 0; k < logits.Length; k++)
        {
            logSurvival -= SoftPlus(HazardLogit(logits, k));
            within[k] = -double.ExpM1(logSurvival);
        }

        return within;
    }

    /// <summary>Calibrated log-odds of failing in interval <paramref name="k"/>.</summary>
    internal double HazardLogit(ReadOnlySpan<float> logits, int k) =>
        HazardCentre[k] + ((logits[k] - HazardCentre[k]) / HazardTemperature);

    /// <summary>Classes that cannot be excluded.</summary>
    /// <param name="probabilities">One a class.</param>
    /// <param name="classes">The classes, in the same order.</param>
    public IReadOnlyList<StabilityClass> ConformalSet(
        IReadOnlyList<double> probabilities,
        IReadOnlyList<StabilityClass> classes
    ) => [.. classes.Where((_, i) => ConformalThresholds[i] is not { } smallest || probabilities[i] >= smallest)];

    /// <summary>Classes that cannot be excluded, bit k for class k.</summary>
    internal int ConformalBits(IReadOnlyList<double> probabilities)
    {
        int bits = 0;
        for (int k = 0; k < probabilities.Count; k++)
        {
            bits |= ConformalThresholds[k] is { } smallest && probabilities[k] < smallest ? 0 : 1 << k;
        }

        return bits;
    }

    /// <summary>log(1 + e^x) without overflow.</summary>
    internal static double SoftPlus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
