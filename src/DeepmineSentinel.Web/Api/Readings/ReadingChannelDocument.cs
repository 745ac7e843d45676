namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>One channel of a range.</summary>
/// <param name="Name">The member of a reading.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Min">Smallest value of each point; null: a gap, or not measured.</param>
/// <param name="Max">Largest value of each point; null: a gap, or not measured.</param>
internal sealed record ReadingChannelDocument(
    string Name,
    string Unit,
    IReadOnlyList<double?> Min,
    IReadOnlyList<double?> Max
);
