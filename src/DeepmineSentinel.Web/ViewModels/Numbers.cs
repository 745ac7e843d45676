using System.Globalization;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>
/// Numbers as pages print them in the shown language: never NaN, never more digits than mean something. Not for values of
/// inputs, attributes and files, which are invariant.
/// </summary>
public static class Numbers
{
    public const string Dash = "\u2013";

    private static CultureInfo Format => Language.Shown.Format;

    /// <summary>Four significant digits.</summary>
    public static string Plain(double? value) =>
        value is { } number && double.IsFinite(number)
            ? Math.Abs(number) >= 1_000
                ? number.ToString("N0", Format)
                : number.ToString("0.####", Format) is var text && Math.Abs(number) >= 0.001
                    ? Trimmed(number, text)
                    : number.ToString("G3", Format)
            : Dash;

    /// <summary>A share as percent; small ones keep a digit, and neither end is claimed by rounding.</summary>
    public static string Percent(double? share)
    {
        if (share is not { } value || !double.IsFinite(value))
        {
            return Dash;
        }

        return value switch
        {
            > 0 and < 0.001 => $"< {0.1.ToString("0.0", Format)} %",
            < 1 and > 0.999 => $"> {99.9.ToString("0.0", Format)} %",
            _ => (value * 100).ToString(Math.Abs(value) < 0.1 ? "0.0" : "0", Format) + " %",
        };
    }

    public static string Count(long value) => value.ToString("N0", Format);

    public static string Fixed(double? value, int digits = 3) =>
        value is { } number && double.IsFinite(number)
            ? number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), Format)
            : Dash;

    /// <summary>With its sign, a minus being as wide as a plus; what rounds to nothing has none.</summary>
    public static string WithSign(double? value, int digits = 2) =>
        value is not { } number || !double.IsFinite(number) ? Dash
        : Math.Round(number, digits) == 0 ? Fixed(0, digits)
        : (number < 0 ? "\u2212" : "+") + Fixed(Math.Abs(number), digits);

    private static string Trimmed(double number, string text) =>
        Math.Abs(number) >= 100 ? number.ToString("0.#", Format)
        : Math.Abs(number) >= 10 ? number.ToString("0.##", Format)
        : text;
}
