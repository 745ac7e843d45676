using System.Globalization;
using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Languages;

/// <summary>Values within a sentence in English, as the shown language writes them.</summary>
internal static partial class SentenceValue
{
    private static readonly string[] Moments = ["d MMM yyyy HH:mm", "d MMM yyyy"];
    private static readonly (string English, string Key)[] Joints = [(" and ", "{0} and {1}"), (" or ", "{0} or {1}")];

    private static NumberFormatInfo Format => Language.Shown.Format.NumberFormat;

    /// <summary>A number with its sign and unit; its digits stay, its marks are the country's. Null: no number.</summary>
    /// <param name="value">As the invariant culture writes it; a whole number without separators may be an id and stays.</param>
    /// <param name="unit">A unit in the shown language; null: it is none.</param>
    public static string? Quantity(string value, Func<string, string?> unit)
    {
        if (Number().Match(value) is not { Success: true } match)
        {
            return null;
        }

        string number = string.Concat(match.Groups["number"].Value.Select(Mark));
        return !match.Groups["unit"].Success ? number
            : unit(match.Groups["unit"].Value) is { } known ? $"{number} {known}"
            : null;
    }

    /// <summary>A moment as pages print it; null: it is none.</summary>
    public static string? Moment(string value)
    {
        foreach (string form in Moments)
        {
            if (
                DateTime.TryParseExact(
                    value,
                    form,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out DateTime moment
                )
            )
            {
                return moment.ToString(form, Language.Shown.Format);
            }
        }

        return null;
    }

    /// <summary>What no language changes: ids, codes, settings, dates as of ISO 8601, signs of units; null: it is a word.</summary>
    public static string? Code(string value) => Sign().IsMatch(value) ? value : null;

    /// <summary>Parts with commas and a last "and" or "or", each by itself; null: no list, or a part is not known.</summary>
    public static string? List(string value, Func<string, string?> write)
    {
        foreach ((string english, string key) in Joints)
        {
            int at = value.LastIndexOf(english, StringComparison.Ordinal);
            if (at > 0)
            {
                string? first = List(value[..at], write) ?? write(value[..at]);
                string? last = write(value[(at + english.Length)..]);
                return first is null || last is null ? null : Texts.Of(key, first, last);
            }
        }

        string[] parts = value.Split(", ");
        string?[] written = [.. parts.Select(write)];
        return parts.Length > 1 && written.All(part => part is not null) ? string.Join(", ", written) : null;
    }

    private static string Mark(char mark) =>
        mark switch
        {
            '.' => Format.NumberDecimalSeparator,
            ',' => Format.NumberGroupSeparator,
            _ => mark.ToString(),
        };

    [GeneratedRegex(
        @"^(?<number>(?:[<>] )?[-+\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:E[-+]?\d+)?%?)(?: (?<unit>\S.*))?$"
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?:(?=\S*[\d_./:'%\\])\S+|--?\S+|[A-Z]{1,5}|m|kg|h|s|d|min|MPa|deg|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?)$"
    )]
    private static partial Regex Sign();
}
