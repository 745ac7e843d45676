using System.Globalization;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>A quantity's name, unit and allowed values: the one place that forms, imports and storage take them from.</summary>
/// <param name="Name">Column name in files, for example <c>rqd</c>.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Unit">Unit, empty where there is none.</param>
/// <param name="Minimum">Smallest allowed value.</param>
/// <param name="Maximum">Largest allowed value.</param>
public sealed record QuantityRange(string Name, string Label, string Unit, double Minimum, double Maximum)
{
    /// <summary>Whether the minimum itself is not allowed (a length that must be above zero).</summary>
    public bool MinimumExcluded { get; init; }

    /// <summary>Whether a finite value lies in the range.</summary>
    public bool Contains(double value) =>
        double.IsFinite(value) && value <= Maximum && (MinimumExcluded ? value > Minimum : value >= Minimum);

    /// <summary>What is allowed, in words, with the unit.</summary>
    public string Allowed =>
        MinimumExcluded
            ? $"must be above {Written(Minimum)} and at most {Most}"
            : $"must be at least {Written(Minimum)} and at most {Most}";

    private string Most => Unit.Length > 0 ? $"{Written(Maximum)} {Unit}" : Written(Maximum);

    private static string Written(double value) => value.ToString(CultureInfo.InvariantCulture);
}
