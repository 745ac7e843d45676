using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Labels of a batch. B rows, K classes, H intervals.</summary>
internal sealed record BatchTargets
{
    /// <summary>Weight at the class, 0 elsewhere, [B, K].</summary>
    public required Tensor Condition { get; init; }

    /// <summary>Rows that have a condition label.</summary>
    public required int ConditionCount { get; init; }

    /// <summary>1 where the stope fails, [B, H].</summary>
    public required Tensor Hazard { get; init; }

    /// <summary>1 where that is known, [B, H].</summary>
    public required Tensor Known { get; init; }

    /// <summary>Intervals that are known.</summary>
    public required int KnownCount { get; init; }
}
