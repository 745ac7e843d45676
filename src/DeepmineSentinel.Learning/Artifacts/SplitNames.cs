using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>Stopes by group, as "mine / stope".</summary>
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

    /// <summary>Names a split.</summary>
    public static SplitNames Of(StopeSplit split, IReadOnlyList<StopeHistory> stopes)
    {
        string[] Named(IReadOnlyList<int> indices) => [.. indices.Select(index => NameOf(stopes[index]))];
        return new SplitNames
        {
            Train = Named(split.Train),
            Stop = Named(split.Stop),
            Calibrate = Named(split.Calibrate),
            Test = Named(split.Test),
        };
    }

    /// <summary>How a stope is named here.</summary>
    public static string NameOf(StopeHistory stope) => $"{stope.Mine} / {stope.Name}";
}
