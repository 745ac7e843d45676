namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One channel of a chart. Minimum and maximum are the same numbers where every reading has a point of its own.</summary>
/// <param name="Name">Column name, for example <c>stress</c>.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Min">Smallest value of each point; null: a gap.</param>
/// <param name="Max">Largest value of each point; null: a gap.</param>
/// <param name="Thresholds">Example thresholds of the physics rule; empty: none.</param>
public sealed record SeriesChannel(
    string Name,
    string Label,
    string Unit,
    IReadOnlyList<double?> Min,
    IReadOnlyList<double?> Max,
    IReadOnlyList<double> Thresholds
);
