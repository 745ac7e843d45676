using System.Globalization;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>Rows with a name, a bar or an interval, and the number itself.</summary>
/// <param name="label">What it shows, for those who do not see it.</param>
/// <param name="axis">Span of the numbers.</param>
internal sealed class BarRows(string label, PlotRange axis)
{
    private const double Width = 480;
    private const double Left = 170;
    private const double Right = 64;
    private const double Row = 24;

    private readonly List<string> rows = [];
    private int count;

    /// <summary>A bar from 0.</summary>
    public void Bar(string name, double value)
    {
        double from = Math.Min(X(0), X(value));
        Name(name, Html.Plain(value), false);
        rows.Add(
            $"<rect class=\"f{(value < 0 ? 1 : 0)}\" fill=\"{(value < 0 ? "#9a4305" : "#0e6680")}\" x=\"{Text(from)}\" y=\"{Text(Middle - 7)}\" width=\"{Text(Math.Max(1, Math.Abs(X(value) - X(0))))}\" height=\"14\"/>"
        );
        count++;
    }

    /// <summary>A point, with its interval where there is one.</summary>
    public void Interval(string name, double value, IReadOnlyList<double>? ends, bool marked)
    {
        Name(name, Html.Number(value), marked);
        int series = marked ? 0 : 1;
        string colour = marked ? "#0e6680" : "#9a4305";
        if (ends is not null)
        {
            rows.Add(
                $"<line class=\"s{series}\" stroke=\"{colour}\" stroke-width=\"2\" x1=\"{Text(X(ends[0]))}\" x2=\"{Text(X(ends[1]))}\" y1=\"{Text(Middle)}\" y2=\"{Text(Middle)}\"/>"
            );
        }

        rows.Add(
            $"<circle class=\"f{series}\" fill=\"{colour}\" cx=\"{Text(X(value))}\" cy=\"{Text(Middle)}\" r=\"{(marked ? 6 : 4)}\"/>"
        );
        count++;
    }

    public string ToSvg()
    {
        double ground = 8 + (count * Row);
        List<string> axes = [];
        foreach (double tick in axis.Ticks())
        {
            axes.Add(
                $"<line class=\"g\" stroke=\"#d6d2c8\" x1=\"{Text(X(tick))}\" x2=\"{Text(X(tick))}\" y1=\"8\" y2=\"{Text(ground)}\"/>"
            );
            axes.Add(
                $"<text class=\"ts\" fill=\"#565a5c\" text-anchor=\"middle\" x=\"{Text(X(tick))}\" y=\"{Text(ground + 16)}\">{Html.Plain(tick)}</text>"
            );
        }

        return $"<svg viewBox=\"0 0 {Text(Width)} {Text(ground + 44)}\" role=\"img\" aria-label=\"{Html.Encode(label)}\" "
            + "font-family=\"Segoe UI, system-ui, Helvetica, Arial, sans-serif\" font-size=\"13\">"
            + $"{string.Concat(axes)}{string.Concat(rows)}<text class=\"t\" fill=\"#1b1e20\" text-anchor=\"middle\" x=\"{Text((Left + Width - Right) / 2)}\" y=\"{Text(ground + 36)}\">{Html.Encode(axis.Title)}</text></svg>";
    }

    private double Middle => 8 + (Row * count) + (Row / 2);

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double X(double value) => Left + (axis.Share(value) * (Width - Left - Right));

    private void Name(string name, string value, bool marked)
    {
        string weight = marked ? " font-weight=\"700\"" : "";
        rows.Add(
            $"<text class=\"t\" fill=\"#1b1e20\"{weight} text-anchor=\"end\" x=\"{Text(Left - 10)}\" y=\"{Text(Middle + 4)}\">{Html.Encode(name)}</text>"
        );
        rows.Add(
            $"<text class=\"ts\" fill=\"#565a5c\"{weight} x=\"{Text(Width - Right + 10)}\" y=\"{Text(Middle + 4)}\">{Html.Encode(value)}</text>"
        );
    }
}
