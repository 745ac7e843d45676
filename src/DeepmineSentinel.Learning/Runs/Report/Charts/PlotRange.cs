namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>Span of an axis, with marks at round numbers.</summary>
/// <param name="From">Left or lower end.</param>
/// <param name="To">Right or upper end; above From.</param>
/// <param name="Title">What the axis measures, with its unit.</param>
internal sealed record PlotRange(double From, double To, string Title)
{
    private const int Marks = 5;

    /// <summary>Probabilities or shares.</summary>
    public static PlotRange Share(string title) => new(0, 1, title);

    /// <summary>From 0 to a round number at or above the largest value.</summary>
    public static PlotRange FromZero(double largest, string title)
    {
        double top = double.IsFinite(largest) && largest > 0 ? largest : 1;
        double step = Step(top);
        return new PlotRange(0, Math.Ceiling(top / step) * step, title);
    }

    /// <summary>Round numbers within the span.</summary>
    public IEnumerable<double> Ticks()
    {
        double step = Step(To - From);
        for (long i = (long)Math.Ceiling((From / step) - 1e-9); i * step <= To + (step * 1e-9); i++)
        {
            yield return i * step;
        }
    }

    /// <summary>Where a value lies, 0 at From and 1 at To; ends are not passed.</summary>
    public double Share(double value) => Math.Clamp((value - From) / (To - From), 0, 1);

    private static double Step(double span)
    {
        double rough = span / Marks;
        double ten = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double digit = rough / ten;
        double round = 10;
        if (digit <= 1)
        {
            round = 1;
        }
        else if (digit <= 2)
        {
            round = 2;
        }
        else if (digit <= 5)
        {
            round = 5;
        }

        return round * ten;
    }
}
