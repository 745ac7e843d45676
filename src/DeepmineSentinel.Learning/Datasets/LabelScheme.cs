using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>The labels that a sample set carries.</summary>
public enum LabelScheme
{
    /// <summary>Dated outcomes: three classes and hazards.</summary>
    Dated,

    /// <summary>Undated labels: two classes, no hazards.</summary>
    Undated,
}

/// <summary>The classes of a scheme.</summary>
internal static class LabelSchemes
{
    /// <summary>Classes from best to worst; a condition label is an index into them.</summary>
    public static IReadOnlyList<StabilityClass> ClassesOf(LabelScheme scheme) =>
        scheme == LabelScheme.Dated
            ? [StabilityClass.Stable, StabilityClass.Unstable, StabilityClass.Failure]
            : [StabilityClass.Stable, StabilityClass.NotStable];
}
