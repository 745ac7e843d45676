using DeepmineSentinel.Learning.Networks;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>
/// 1.2 x cross-entropy of the condition + 5 x mean binary cross-entropy of the known hazards: of a sample whose five intervals
/// are known, the log-likelihood of both answers. A head without labels adds nothing.
/// </summary>
internal static class StabilityLoss
{
    /// <summary>Weight of the condition against the hazards.</summary>
    public const double ConditionWeight = 1.2;

    /// <summary>Weight of the mean over intervals: it makes their sum of it.</summary>
    public static int HazardWeight => NetworkOptions.HazardCount;

    /// <summary>Mean weighted cross-entropy over labelled rows, a single number; null without labels.</summary>
    public static Tensor? Condition(NetworkOutput output, BatchTargets targets) =>
        targets.ConditionCount == 0
            ? null
            : output.Condition.log_softmax(1).mul(targets.Condition).sum().mul(-1.0 / targets.ConditionCount);

    /// <summary>Mean binary cross-entropy over known intervals, a single number; null where none is known.</summary>
    public static Tensor? Hazard(NetworkOutput output, BatchTargets targets) =>
        targets.KnownCount == 0
            ? null
            : nn
                .functional.binary_cross_entropy_with_logits(
                    output.Hazard,
                    targets.Hazard,
                    weight: targets.Known,
                    reduction: nn.Reduction.Sum
                )
                .mul(1.0 / targets.KnownCount);

    /// <summary>Both parts together; at least one is there.</summary>
    public static Tensor Total(Tensor? condition, Tensor? hazard)
    {
        Tensor? weighted = condition?.mul(ConditionWeight);
        Tensor? summed = hazard?.mul(HazardWeight);
        return weighted is null ? summed!
            : summed is null ? weighted
            : weighted + summed;
    }
}
