using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>Counts by true and answered class as a drawing; in a page a table does it better.</summary>
internal static class ConfusionChart
{
    private const double Cell = 100;
    private const double Left = 120;
    private const double Top = 60;

    /// <summary>Draws it; null: there is none.</summary>
    public static string? Draw(ConfusionTable? table)
    {
        if (table is null)
        {
            return null;
        }

        double side = Cell * table.Labels.Count;
        List<string> svg =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"<svg viewBox=\"0 0 {Left + side + 10} {Top + side + 10}\" role=\"img\" aria-label=\"Confusion matrix\" font-family=\"Segoe UI, system-ui, Helvetica, Arial, sans-serif\" font-size=\"14\">"
            ),
            Text(Left + (side / 2), 18, "answered", "middle"),
        ];
        for (int i = 0; i < table.Labels.Count; i++)
        {
            svg.Add(Text(Left + (Cell * (i + 0.5)), 46, table.Labels[i], "middle"));
            svg.Add(Text(Left - 10, Top + (Cell * (i + 0.5)) + 5, table.Labels[i], "end"));
            long total = Math.Max(1, table.Matrix[i].Sum());
            for (int j = 0; j < table.Labels.Count; j++)
            {
                svg.AddRange(CellAt((i, j), table.Matrix[i][j], (double)table.Matrix[i][j] / total));
            }
        }

        return string.Concat(svg) + "</svg>";
    }

    private static string[] CellAt((int Row, int Column) at, long count, double share)
    {
        (double x, double y) = (Left + (Cell * at.Column), Top + (Cell * at.Row));
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x}\" y=\"{y}\" width=\"{Cell}\" height=\"{Cell}\" fill=\"#0e6680\" fill-opacity=\"{share * 0.5:0.##}\" stroke=\"#565a5c\"/>"
            ),
            Text(x + (Cell / 2), y + (Cell / 2), Html.Count(count), "middle"),
            Text(x + (Cell / 2), y + (Cell / 2) + 18, Html.Percent(share), "middle"),
        ];
    }

    private static string Text(double x, double y, string text, string anchor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<text fill=\"#1b1e20\" text-anchor=\"{anchor}\" x=\"{x}\" y=\"{y}\">{Html.Encode(text)}</text>"
        );
}
