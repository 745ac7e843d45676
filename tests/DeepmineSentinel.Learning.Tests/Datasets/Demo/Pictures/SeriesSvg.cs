using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Tests.Datasets.Demo.Pictures;

/// <summary>Draws series as SVG, the same to the byte each time. A gap is a gap.</summary>
internal sealed class SeriesSvg
{
    private const double Left = 54;
    private const double Wide = 650;
    private const double Right = 30;
    private const double Tall = 84;
    private const double Between = 40;
    private const double Head = 34;

    private const string Style =
        "text{font:11px sans-serif;fill:#565a5c}.t{font-weight:bold;fill:#1b1e20}.g{stroke:#d6d2c8}.b{stroke:#857f72}"
        + ".p{fill:none;stroke:#b3aea2;stroke-width:3}.s{fill:none;stroke:#0e6680;stroke-width:1.3}.d{fill:#0e6680}"
        + ".o{fill:#f8edc2}.f{stroke:#a4261d;stroke-width:2}.r{fill:#fffefb}"
        + "@media(prefers-color-scheme:dark){text{fill:#a8adae}.t{fill:#e8e6e0}.g{stroke:#31383c}.b{stroke:#7d878c}"
        + ".p{stroke:#565f64}.s{stroke:#7cc8dd}.d{fill:#7cc8dd}.o{fill:#3f3508}.f{stroke:#ff9b91}.r{fill:#1a1e21}}";

    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    private readonly DemoPicture picture;
    private readonly StringBuilder svg = new();

    private SeriesSvg(DemoPicture picture) => this.picture = picture;

    public static string Draw(DemoPicture picture) => new SeriesSvg(picture).Draw();

    private string Draw()
    {
        double height = Head + (picture.Channels.Count * (Tall + Between)) - 16;
        Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Wide + Right:0} {height:0}\" role=\"img\">"
        );
        Add($"<title>{picture.Title}</title><style>{Style}</style>");
        Add($"<rect class=\"r\" width=\"{Left + Wide + Right:0}\" height=\"{height:0}\"/>");
        Add($"<text class=\"t\" x=\"4\" y=\"14\">{picture.Title}</text>");
        for (int panel = 0; panel < picture.Channels.Count; panel++)
        {
            Panel(picture.Channels[panel], Head + (panel * (Tall + Between)));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private void Panel(int channel, double top)
    {
        QuantityRange quantity = ReadingQuantities.All[channel];
        double[] ticks = Ticks(channel);
        double Y(double value) => top + Tall - ((value - ticks[0]) / (ticks[^1] - ticks[0]) * Tall);
        Onsets(top);
        Add($"<text x=\"{Left:0}\" y=\"{top - 4:0}\">{quantity.Label}, {quantity.Unit}</text>");
        foreach (double tick in ticks)
        {
            Add(
                $"<line class=\"g\" x1=\"{Left:0}\" x2=\"{Left + Wide:0}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\"/>"
            );
            Add($"<text x=\"{Left - 5:0}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{tick:0.###}</text>");
        }

        for (int day = (picture.Days.From + 9) / 10 * 10; day <= picture.Days.To; day += Step)
        {
            Add($"<text x=\"{X(day):0.#}\" y=\"{top + Tall + 13:0}\" text-anchor=\"middle\">day {day}</text>");
        }

        Blasts(top);
        if (picture.Perfect is { } perfect)
        {
            Line(perfect, channel, Y, "p");
        }

        Line(picture.Stope, channel, Y, "s");
        if (picture.Truth.FailureDay is { } failure && failure < picture.Days.To)
        {
            Add(
                $"<line class=\"f\" x1=\"{X(failure):0.#}\" x2=\"{X(failure):0.#}\" y1=\"{top:0}\" y2=\"{top + Tall:0}\"/>"
            );
            Add($"<text x=\"{X(failure) + 4:0.#}\" y=\"{top + 10:0}\">failure</text>");
        }
    }

    private int Step => picture.Days.To - picture.Days.From > 60 ? 20 : 5;

    private double X(double day) => Left + ((day - picture.Days.From) / (picture.Days.To - picture.Days.From) * Wide);

    private void Onsets(double top)
    {
        foreach (var onset in picture.Truth.Onsets.Where(onset => onset.Day < picture.Days.To))
        {
            double end = Math.Min(onset.StopDay ?? picture.Truth.FailureDay ?? picture.Days.To, picture.Days.To);
            Add(
                $"<rect class=\"o\" x=\"{X(onset.Day):0.#}\" y=\"{top:0}\" width=\"{X(end) - X(onset.Day):0.#}\" height=\"{Tall:0}\"/>"
            );
        }
    }

    private void Blasts(double top)
    {
        double end = Math.Min(picture.Truth.FailureDay ?? picture.Days.To, picture.Days.To);
        foreach (
            double day in picture
                .Truth.Blasts.Select(blast => blast.Day)
                .Where(day => day >= picture.Days.From && day < end)
        )
        {
            Add(
                $"<line class=\"b\" x1=\"{X(day):0.#}\" x2=\"{X(day):0.#}\" y1=\"{top + Tall:0}\" y2=\"{top + Tall - 6:0}\"/>"
            );
        }
    }

    private void Line(StopeHistory stope, int channel, Func<double, double> y, string style)
    {
        List<string> piece = [];
        foreach (Reading reading in stope.Readings.Where(IsShown))
        {
            if (ReadingQuantities.Value(reading, channel) is { } value)
            {
                piece.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{X(picture.DayOf(reading)):0.#},{y(value):0.#}")
                );
            }
            else
            {
                End(piece, style);
            }
        }

        End(piece, style);
    }

    private void End(List<string> piece, string style)
    {
        if (piece.Count == 1)
        {
            string[] at = piece[0].Split(',');
            Add($"<circle class=\"d\" cx=\"{at[0]}\" cy=\"{at[1]}\" r=\"1.5\"/>");
        }
        else if (piece.Count > 1)
        {
            Add($"<polyline class=\"{style}\" points=\"{string.Join(' ', piece)}\"/>");
        }

        piece.Clear();
    }

    private bool IsShown(Reading reading) =>
        picture.DayOf(reading) >= picture.Days.From && picture.DayOf(reading) < picture.Days.To;

    // Three to six round numbers that enclose what is drawn.
    private double[] Ticks(int channel)
    {
        double[] values =
        [
            .. picture
                .Stope.Readings.Concat(picture.Perfect?.Readings ?? [])
                .Where(IsShown)
                .Select(reading => ReadingQuantities.Value(reading, channel))
                .OfType<double>(),
        ];
        double least = channel < 2 ? 0 : values.Min();
        double rough = Math.Max(1e-6, (values.Max() - least) / 3);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = RoundSteps.Select(factor => factor * power).First(one => one >= rough);
        double first = Math.Floor(least / step) * step;
        int count = (int)Math.Ceiling((values.Max() - first) / step) + 1;
        return [.. Enumerable.Range(0, count).Select(i => first + (i * step))];
    }

    private void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
