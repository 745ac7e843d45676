namespace DeepmineSentinel.Learning.Datasets;

/// <summary>One quantity over the whole data set.</summary>
/// <param name="Name">Column name as in files.</param>
/// <param name="Unit">Unit; empty: none.</param>
/// <param name="Count">Values present.</param>
/// <param name="MissingShare">Share of rows without a value, 0 to 1; 1 where there are no rows.</param>
public sealed record QuantityProfile(string Name, string Unit, long Count, double MissingShare)
{
    /// <summary>Smallest value; null: no value.</summary>
    public double? Minimum { get; init; }

    /// <summary>Mean; null: no value.</summary>
    public double? Mean { get; init; }

    /// <summary>Largest value; null: no value.</summary>
    public double? Maximum { get; init; }
}
