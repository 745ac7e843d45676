using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>What moved an answer.</summary>
/// <param name="Drivers">By feature, largest first.</param>
/// <param name="Attribution">By day and channel; null: nothing was explained.</param>
internal sealed record Explanation(IReadOnlyList<Driver> Drivers, SeriesAttribution? Attribution)
{
    public static Explanation None { get; } = new([], null);
}
