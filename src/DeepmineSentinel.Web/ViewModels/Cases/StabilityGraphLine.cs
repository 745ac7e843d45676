namespace DeepmineSentinel.Web.ViewModels.Cases;

/// <summary>A line of the graph.</summary>
/// <param name="Key">Class name.</param>
/// <param name="Words">What it says.</param>
/// <param name="Points">Points of an SVG polyline.</param>
public sealed record StabilityGraphLine(string Key, string Words, string Points);
