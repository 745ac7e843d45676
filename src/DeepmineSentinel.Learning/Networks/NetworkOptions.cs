using System.Text.Json.Serialization;
using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Everything that fixes the network's shape; with the weights it is the whole network.</summary>
public sealed record NetworkOptions
{
    /// <summary>Named size.</summary>
    public required NetworkPreset Preset { get; init; }

    /// <summary>Widths of the layers; null: the preset's.</summary>
    public NetworkSizes? Sizes { get; init; }

    /// <summary>Widths of the layers, whoever chose them.</summary>
    [JsonIgnore]
    public NetworkSizes ActualSizes => Sizes ?? NetworkSizes.Of(Preset);

    /// <summary>S: numbers that describe a stope.</summary>
    public required int StaticCount { get; init; }

    /// <summary>Channels of the readings; the network sees a value and a mask of each, so D = 2 x channels.</summary>
    public required int ChannelCount { get; init; }

    /// <summary>T: steps of a window.</summary>
    public required int Steps { get; init; }

    /// <summary>K: classes of the condition head: 2 for undated labels, 3 for dated outcomes.</summary>
    public required int ClassCount { get; init; }

    /// <summary>
    /// Whether the series branch also sees every value relative to the mean of its window (<see cref="SeriesInput"/>); false in
    /// artifacts older than it.
    /// </summary>
    public bool RelativeSeries { get; init; }

    /// <summary>D: numbers of one step.</summary>
    public int StepWidth => 2 * ChannelCount;

    /// <summary>Intervals of the hazard head, one a horizon.</summary>
    public static int HazardCount => Horizons.Days.Count;

    /// <summary>Whether every size lies inside what any artifact of this product may claim.</summary>
    public bool IsPlausible =>
        Enum.IsDefined(Preset)
        && StaticCount is > 0 and <= 1_000
        && ChannelCount is > 0 and <= 100
        && Steps is > 0 and <= 1_000
        && ClassCount is 2 or 3
        && !ActualSizes.Problems(Preset).Any();
}
