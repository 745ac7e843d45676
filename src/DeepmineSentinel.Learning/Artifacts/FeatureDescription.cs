using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>One input feature; numbers are in the unit of files.</summary>
public sealed record FeatureDescription
{
    /// <summary>Name as in files, or the derived quantity's.</summary>
    public required string Name { get; init; }

    /// <summary>number, category, direction or flag.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it reaches the network.</summary>
    public bool Selected { get; init; } = true;

    /// <summary>Unit; null: none.</summary>
    public string? Unit { get; init; }

    /// <summary>Values seen in training; null: not a number.</summary>
    public int? Count { get; init; }

    /// <summary>Smallest value of training; null: none seen.</summary>
    public double? Minimum { get; init; }

    /// <summary>Median of training; null: none seen.</summary>
    public double? Median { get; init; }

    /// <summary>Largest value of training; null: none seen.</summary>
    public double? Maximum { get; init; }

    /// <summary>Share of training stopes by category; null: not a category.</summary>
    public IReadOnlyDictionary<string, double>? Frequencies { get; init; }

    internal static FeatureDescription Of(NumberScale scale)
    {
        bool seen = scale.Count > 0;
        return new FeatureDescription
        {
            Name = scale.Name,
            Kind = "number",
            Unit = scale.Unit.Length > 0 ? scale.Unit : null,
            Count = scale.Count,
            Minimum = seen ? scale.Undo(scale.Minimum) : null,
            Median = seen ? scale.Undo(scale.Median) : null,
            Maximum = seen ? scale.Undo(scale.Maximum) : null,
        };
    }

    internal static FeatureDescription Of(CategoryScale category) =>
        new()
        {
            Name = category.Name,
            Kind = "category",
            Frequencies = category
                .Categories.Append("unknown")
                .Zip(category.Frequencies)
                .ToDictionary(pair => pair.First, pair => pair.Second),
        };
}
