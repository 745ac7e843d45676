using System.Collections.Frozen;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv;

/// <summary>The units that files may use beside the product's own. Factors are exact by definition but for psi (NIST SP 811).</summary>
public static class UnitConversions
{
    private static readonly FrozenDictionary<string, UnitConversion[]> ByOwnUnit = new Dictionary<
        string,
        UnitConversion[]
    >
    {
        ["m"] = [new("m", 1), new("cm", 0.01), new("mm", 0.001), new("ft", 0.3048)],
        ["mm/s"] = [new("mm/s", 1), new("cm/s", 10), new("m/s", 1_000), new("in/s", 25.4)],
        ["mm/day"] = [new("mm/day", 1), new("mm/h", 24), new("cm/day", 10), new("m/day", 1_000), new("in/day", 25.4)],
        ["MPa"] = [new("MPa", 1), new("kPa", 0.001), new("bar", 0.1), new("psi", 0.006_894_757)],
        ["deg C"] = [new("deg C", 1), new("deg F", 5.0 / 9, -32), new("K", 1, -273.15)],
        ["%"] = [new("%", 1), new("fraction", 100)],
        ["degrees"] = [new("degrees", 1), new("radians", 180 / Math.PI)],
        ["kg"] = [new("kg", 1), new("lb", 0.453_592_37), new("t", 1_000)],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, QuantityRange> Quantities = StopeQuantities
        .All.Concat(ReadingQuantities.All)
        .Concat([OperationalEvent.Charge, OperationalEvent.Distance, Outcome.Elos])
        .Concat([CaseHistory.StabilityNumber, CaseHistory.JointSets, CaseHistory.JointAlteration])
        .DistinctBy(quantity => quantity.Name)
        .ToFrozenDictionary(quantity => quantity.Name);

    /// <summary>Whether a column holds numbers.</summary>
    public static bool IsQuantity(string column) => Quantities.ContainsKey(column);

    /// <summary>The units that a column may be written in, the product's own first; none where it has no unit.</summary>
    /// <param name="column">The product's name of the column.</param>
    public static IReadOnlyList<UnitConversion> Of(string column) =>
        Quantities.TryGetValue(column, out QuantityRange? quantity)
        && ByOwnUnit.TryGetValue(quantity.Unit, out UnitConversion[]? units)
            ? units
            : [];

    /// <summary>How a column is brought from a unit into the product's; null where nothing is to be done.</summary>
    /// <exception cref="ArgumentException">The column is never written in that unit.</exception>
    internal static UnitConversion? From(string column, string? unit)
    {
        IReadOnlyList<UnitConversion> known = Of(column);
        if (unit is null || (known.Count > 0 && known[0].Unit == unit))
        {
            return null;
        }

        return known.FirstOrDefault(conversion => conversion.Unit == unit)
            ?? throw new ArgumentException($"{column} cannot be read in that unit.", nameof(unit));
    }
}
