using System.Globalization;
using System.Text;

namespace DeepmineSentinel.Learning.Runs.Readme;

/// <summary>Collects a Markdown document. Whatever comes from data goes through <see cref="Plain"/>.</summary>
internal sealed class MarkdownText
{
    private const string Marks = "\\`*_{}[]<>#|~!";
    private readonly StringBuilder text = new();

    /// <summary>Text that shows as it is, in a table too.</summary>
    public static string Plain(string content) =>
        string.Concat(
            content.Select(letter =>
                char.IsControl(letter) ? " "
                : Marks.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}"
                : letter.ToString()
            )
        );

    /// <summary>A number that reads back to the bit.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public MarkdownText Heading(string content) => Line($"## {content}").Line("");

    public MarkdownText Paragraph(string content) => Line(content).Line("");

    public MarkdownText Code(string language, string content) =>
        Line($"```{language}").Line(content.Trim()).Line("```").Line("");

    public MarkdownText Table(string[] columns, IEnumerable<string[]> rows)
    {
        Row(columns).Row([.. columns.Select(_ => "---")]);
        foreach (string[] row in rows)
        {
            Row(row);
        }

        return Line("");
    }

    public MarkdownText Line(string content)
    {
        text.Append(content).Append('\n');
        return this;
    }

    public override string ToString() => text.ToString();

    private MarkdownText Row(string[] cells) => Line($"| {string.Join(" | ", cells)} |");
}
