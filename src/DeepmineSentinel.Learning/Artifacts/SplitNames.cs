using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>Stopes by group, as keys (<see cref="StopeKey"/>); in runs that are older than keys, as "mine / stope".</summary>
public sealed record SplitNames
{
    /// <summary>Learnt from.</summary>
    public required IReadOnlyList<string> Train { get; init; }

    /// <summary>Stopped training.</summary>
    public required IReadOnlyList<string> Stop { get; init; }

    /// <summary>Calibrated; the same as those that stopped where there are few.</summary>
    public required IReadOnlyList<string> Calibrate { get; init; }

    /// <summary>Held out.</summary>
    public required IReadOnlyList<string> Test { get; init; }

    /// <summary>What lies between mine and stope in runs that are older than keys.</summary>
    internal const string OlderBetween = " / ";

    /// <summary>Names a split.</summary>
    public static SplitNames Of(StopeSplit split, IReadOnlyList<StopeHistory> stopes)
    {
        string[] Named(IReadOnlyList<int> indices) => [.. indices.Select(index => StopeKey.Of(stopes[index]))];
        return new SplitNames
        {
            Train = Named(split.Train),
            Stop = Named(split.Stop),
            Calibrate = Named(split.Calibrate),
            Test = Named(split.Test),
        };
    }

    /// <summary>Whether a list of this record has a stope.</summary>
    internal static bool Has(HashSet<string> named, StopeHistory stope) =>
        named.Contains(StopeKey.Of(stope)) || named.Contains($"{stope.Mine}{OlderBetween}{stope.Name}");
}
