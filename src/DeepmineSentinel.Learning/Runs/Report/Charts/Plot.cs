using System.Globalization;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>A drawing with two axes. Series differ by colour and by dashes.</summary>
internal sealed class Plot
{
    private const double Width = 480;
    private const double Left = 56;
    private const double Right = 16;
    private const double Bottom = 48;
    private const double LegendLine = 18;

    private static readonly string[] Colours = ["#0e6680", "#9a4305", "#5a4a9c", "#7a6a00", "#3c6e47"];
    private static readonly string[] Dashes = ["", "6 3", "2 3", "8 3 2 3", "12 3"];

    private readonly PlotRange across;
    private readonly PlotRange up;
    private readonly double top;
    private readonly double height;
    private readonly List<string> marks = [];
    private readonly List<string> legend = [];
    private readonly string label;
    private int legendEntries;

    /// <param name="label">What it shows, for those who do not see it.</param>
    /// <param name="across">Axis across.</param>
    /// <param name="up">Axis up.</param>
    /// <param name="series">Series that the legend will name; two stand on a line.</param>
    public Plot(string label, PlotRange across, PlotRange up, int series)
    {
        this.label = label;
        this.across = across;
        this.up = up;
        top = 14 + (LegendLine * ((series + 1) / 2));
        height = top + 230 + Bottom;
    }

    /// <summary>A line through points, named in the legend where a name is given.</summary>
    public void Line(int series, IEnumerable<(double X, double Y)> points, string? name = null)
    {
        string[] places =
        [
            .. points
                .Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))
                .Select(point => $"{Text(X(point.X))},{Text(Y(point.Y))}"),
        ];
        if (places.Length == 1)
        {
            // One point has no line; an open ring shows it.
            string[] centre = places[0].Split(',');
            marks.Add(
                $"<circle cx=\"{centre[0]}\" cy=\"{centre[1]}\" r=\"3\" fill=\"none\" stroke-width=\"2\" {Stroke(series)}/>"
            );
        }
        else if (places.Length > 1)
        {
            marks.Add(
                $"<polyline fill=\"none\" stroke-width=\"2\" {Stroke(series)} points=\"{string.Join(' ', places)}\"/>"
            );
        }

        if (name is not null)
        {
            Legend(series, name);
        }
    }

    /// <summary>A dot whose area tells a count.</summary>
    public void Dot(int series, double x, double y, double radius) =>
        marks.Add(
            $"<circle class=\"f{series % Colours.Length}\" fill=\"{Colours[series % Colours.Length]}\" cx=\"{Text(X(x))}\" cy=\"{Text(Y(y))}\" r=\"{Text(radius)}\"/>"
        );

    /// <summary>A thin line from corner to corner or across, to compare with.</summary>
    public void Guide((double X, double Y) from, (double X, double Y) to) =>
        marks.Add(
            $"<line class=\"a\" stroke=\"#565a5c\" stroke-dasharray=\"3 4\" x1=\"{Text(X(from.X))}\" y1=\"{Text(Y(from.Y))}\" x2=\"{Text(X(to.X))}\" y2=\"{Text(Y(to.Y))}\"/>"
        );

    public string ToSvg() =>
        $"<svg viewBox=\"0 0 {Text(Width)} {Text(height)}\" role=\"img\" aria-label=\"{Html.Encode(label)}\" "
        + "font-family=\"Segoe UI, system-ui, Helvetica, Arial, sans-serif\" font-size=\"13\">"
        + $"{string.Concat(Axes())}{string.Concat(marks)}{string.Concat(legend)}</svg>";

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Stroke(int series)
    {
        int at = series % Colours.Length;
        string dashes = Dashes[at].Length > 0 ? $" stroke-dasharray=\"{Dashes[at]}\"" : "";
        return $"class=\"s{at}\" stroke=\"{Colours[at]}\"{dashes}";
    }

    private double X(double value) => Left + (across.Share(value) * (Width - Left - Right));

    private double Y(double value) => top + ((1 - up.Share(value)) * (height - top - Bottom));

    private void Legend(int series, string name)
    {
        double x = Left + (legendEntries % 2 * 200);
        double y = 14 + (legendEntries / 2 * LegendLine);
        legend.Add(
            $"<line stroke-width=\"2\" {Stroke(series)} x1=\"{Text(x)}\" y1=\"{Text(y)}\" x2=\"{Text(x + 30)}\" y2=\"{Text(y)}\"/>"
        );
        legend.Add(
            $"<text class=\"t\" fill=\"#1b1e20\" x=\"{Text(x + 36)}\" y=\"{Text(y + 4)}\">{Html.Encode(name)}</text>"
        );
        legendEntries++;
    }

    private IEnumerable<string> Axes()
    {
        double ground = height - Bottom;
        foreach (double tick in up.Ticks())
        {
            string y = Text(Y(tick));
            yield return $"<line class=\"g\" stroke=\"#d6d2c8\" x1=\"{Text(Left)}\" x2=\"{Text(Width - Right)}\" y1=\"{y}\" y2=\"{y}\"/>";
            yield return Label((Left - 6, Y(tick) + 4), Html.Plain(tick), "end");
        }

        yield return $"<line class=\"a\" stroke=\"#565a5c\" x1=\"{Text(Left)}\" x2=\"{Text(Width - Right)}\" y1=\"{Text(ground)}\" y2=\"{Text(ground)}\"/>";
        foreach (double tick in across.Ticks())
        {
            string x = Text(X(tick));
            yield return $"<line class=\"a\" stroke=\"#565a5c\" x1=\"{x}\" x2=\"{x}\" y1=\"{Text(ground)}\" y2=\"{Text(ground + 4)}\"/>";
            yield return Label((X(tick), ground + 18), Html.Plain(tick), "middle");
        }

        string middle = Text((Left + Width - Right) / 2);
        yield return $"<text class=\"t\" fill=\"#1b1e20\" text-anchor=\"middle\" x=\"{middle}\" y=\"{Text(height - 8)}\">{Html.Encode(across.Title)}</text>";
        yield return $"<text class=\"t\" fill=\"#1b1e20\" text-anchor=\"middle\" transform=\"translate(14 {Text((top + ground) / 2)}) rotate(-90)\">{Html.Encode(up.Title)}</text>";
    }

    private static string Label((double X, double Y) at, string text, string anchor) =>
        $"<text class=\"ts\" fill=\"#565a5c\" text-anchor=\"{anchor}\" x=\"{Text(at.X)}\" y=\"{Text(at.Y)}\">{Html.Encode(text)}</text>";
}
