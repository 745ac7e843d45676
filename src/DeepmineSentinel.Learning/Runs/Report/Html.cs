using System.Globalization;
using System.Net;
using System.Text;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>Collects a page. Whatever comes from data goes through <see cref="Encode"/>.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    public static string Encode(string? content) => WebUtility.HtmlEncode(content ?? "");

    /// <summary>A number with some digits; a dash where it is not defined.</summary>
    public static string Number(double? value, int digits = 3) =>
        value is { } number && double.IsFinite(number)
            ? Unsigned(
                number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            )
            : "\u2013";

    /// <summary>A number of any size in four digits; a dash where it is not defined.</summary>
    public static string Plain(double? value) =>
        value is { } number && double.IsFinite(number)
            ? Math.Abs(number) is >= 0.001 and < 100_000 or 0
                ? number.ToString(
                    Math.Abs(number) >= 100 ? "0.#"
                        : Math.Abs(number) >= 1 ? "0.##"
                        : "0.####",
                    CultureInfo.InvariantCulture
                )
                : number.ToString("G3", CultureInfo.InvariantCulture)
            : "\u2013";

    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double? share) =>
        share is { } value && double.IsFinite(value)
            ? (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %"
            : "\u2013";

    public static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For example "physics rule".</summary>
    public static string Words(string name) => name.Replace('_', ' ');

    public Html Raw(string markup)
    {
        text.Append(markup).Append('\n');
        return this;
    }

    public Html Element(string tag, string? content, string attributes = "") =>
        Raw($"<{tag}{(attributes.Length > 0 ? " " + attributes : "")}>{Encode(content)}</{tag}>");

    public Html Paragraph(string content, string kind = "") =>
        Element("p", content, kind.Length > 0 ? $"class=\"{kind}\"" : "");

    /// <summary>A drawing with its caption; it scrolls where the page is narrower.</summary>
    public Html Figure(string drawing, string caption) =>
        Raw($"<figure tabindex=\"0\" aria-label=\"{Encode(caption)}\">")
            .Raw(drawing)
            .Element("figcaption", caption)
            .Raw("</figure>");

    // -0.000 is nothing.
    private static string Unsigned(string number) =>
        number.Trim('-', '0', '.').Length == 0 ? number.TrimStart('-') : number;

    public override string ToString() => text.ToString();
}
