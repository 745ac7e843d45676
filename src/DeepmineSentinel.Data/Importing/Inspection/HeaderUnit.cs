using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>Finds the unit that a header names, as in "PPV (in/s)", "depth [ft]", "ucs_psi" and "Temp °F".</summary>
internal static class HeaderUnit
{
    private static readonly char[] Opening = ['(', '[', '{'];
    private static readonly char[] Gaps = [' ', '_', ','];

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ips"] = "in/s",
        ["inch/s"] = "in/s",
        ["in/sec"] = "in/s",
        ["mm/sec"] = "mm/s",
        ["m/sec"] = "m/s",
        ["cm/sec"] = "cm/s",
        ["mm/d"] = "mm/day",
        ["m/d"] = "m/day",
        ["cm/d"] = "cm/day",
        ["mm/hr"] = "mm/h",
        ["mm/hour"] = "mm/h",
        ["feet"] = "ft",
        ["foot"] = "ft",
        ["metres"] = "m",
        ["meters"] = "m",
        ["c"] = "deg C",
        ["°c"] = "deg C",
        ["degc"] = "deg C",
        ["celsius"] = "deg C",
        ["f"] = "deg F",
        ["°f"] = "deg F",
        ["degf"] = "deg F",
        ["fahrenheit"] = "deg F",
        ["kelvin"] = "K",
        ["percent"] = "%",
        ["pct"] = "%",
        ["deg"] = "degrees",
        ["°"] = "degrees",
        ["rad"] = "radians",
        ["lbs"] = "lb",
        ["tonnes"] = "t",
    };

    /// <summary>The ways to read a header: as it stands, and parted into a name and a unit.</summary>
    public static IEnumerable<(string Name, string? Unit)> Readings(string header)
    {
        string text = header.Trim();
        yield return (text, null);
        int open = text.IndexOfAny(Opening);
        if (open > 0 && text[^1] is ')' or ']' or '}')
        {
            yield return (text[..open], text[(open + 1)..^1]);
        }

        int last = text.LastIndexOfAny(Gaps);
        int beforeLast = last > 0 ? text.LastIndexOfAny(Gaps, last - 1) : -1;
        if (beforeLast > 0)
        {
            // mm_s, in_day
            yield return (text[..beforeLast], $"{text[(beforeLast + 1)..last]}/{text[(last + 1)..]}");
        }

        if (last > 0)
        {
            yield return (text[..last], text[(last + 1)..]);
        }
    }

    /// <summary>The product's word for a unit of a column; null where the column is never written in it.</summary>
    public static string? Of(string column, string unit)
    {
        string bare = unit.Trim().Replace(" ", "", StringComparison.Ordinal);
        string known = Spellings.GetValueOrDefault(bare, bare);
        return UnitConversions
            .Of(column)
            .FirstOrDefault(conversion => Same(conversion.Unit, known) || Same(conversion.Unit, unit.Trim()))
            ?.Unit;
    }

    private static bool Same(string unit, string other) =>
        string.Equals(unit, other, StringComparison.OrdinalIgnoreCase);
}
