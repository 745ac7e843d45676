using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels.Cases;

/// <summary>Case histories on the axes of the stability graph, both logarithmic, as the numbers of an SVG of 720 by 520.</summary>
public sealed class StabilityGraphChart
{
    /// <summary>Most points drawn; the rest is said.</summary>
    public const int MostPoints = 2_000;

    /// <summary>Edges of the drawing.</summary>
    public const double Left = 64;

    /// <summary>Right edge.</summary>
    public const double Right = 704;

    /// <summary>Upper edge.</summary>
    public const double Top = 12;

    /// <summary>Lower edge.</summary>
    public const double Bottom = 468;

    private const double EvenOdds = 0;
    private static readonly double LikelyStable = Math.Log(0.8 / 0.2);
    private static readonly double[] RadiusSteps = [1, 2, 5, 10, 20, 50, 100, 200];

    private readonly (double Low, double High) radii;
    private readonly (double Low, double High) numbers;

    /// <summary>Draws.</summary>
    /// <param name="cases">Cases; may be empty.</param>
    /// <param name="stope">Hydraulic radius (m) and N' of a stope to mark; null: none.</param>
    public StabilityGraphChart(
        IReadOnlyList<CaseHistory> cases,
        (double HydraulicRadiusMetres, double NPrime)? stope = null
    )
    {
        CaseHistory[] drawn = [.. cases.Take(MostPoints)];
        List<double> seenRadii = [.. drawn.Select(c => c.HydraulicRadiusMetres)];
        List<double> seenNumbers = [.. drawn.Select(c => c.NPrime)];
        if (stope is { } marked)
        {
            seenRadii.Add(marked.HydraulicRadiusMetres);
            seenNumbers.Add(marked.NPrime);
        }

        radii = (0.9, Math.Max(30, seenRadii.DefaultIfEmpty(30).Max()));
        radii.Low = Math.Min(radii.Low, seenRadii.DefaultIfEmpty(1).Min());
        double lowest = seenNumbers.DefaultIfEmpty(0.01).Min();
        double highest = seenNumbers.DefaultIfEmpty(1000).Max();
        numbers = (Decade(Math.Min(0.1, lowest), Math.Floor), Decade(Math.Max(100, highest), Math.Ceiling));
        Points =
        [
            .. drawn
                .OrderBy(c => c.State)
                .Select(c => new StabilityGraphPoint(X(c.HydraulicRadiusMetres), Y(c.NPrime), c.State)),
        ];
        Stope = stope is { } here ? (X(here.HydraulicRadiusMetres), Y(here.NPrime)) : null;
        Lines =
        [
            Line("published-stable", "Published line: stable above", RefinedGraph.StableLine),
            Line("published-failure", "Published line: failure below", RefinedGraph.FailureLine),
            Line("likely", "P(stable) = 0.8", radius => Solve(Isoprobability.StableLogit, radius, LikelyStable)),
            Line("even", "P(stable) = 0.5", radius => Solve(Isoprobability.StableLogit, radius, EvenOdds)),
            Line("fails", "P(failure) = 0.5", radius => Solve(Isoprobability.NotFailureLogit, radius, EvenOdds)),
        ];
    }

    /// <summary>The cases, stable ones first so that failures lie on top.</summary>
    public IReadOnlyList<StabilityGraphPoint> Points { get; }

    /// <summary>Where the marked stope lies; null: none is marked.</summary>
    public (double X, double Y)? Stope { get; }

    /// <summary>Published and isoprobability lines.</summary>
    public IReadOnlyList<StabilityGraphLine> Lines { get; }

    /// <summary>Where hydraulic radii stand below, with their text.</summary>
    public IEnumerable<(string X, string Text)> RadiusTicks =>
        RadiusSteps
            .Where(radius => radius >= radii.Low && radius <= radii.High)
            .Select(radius => (Text(X(radius)), radius.ToString(Language.Shown.Format)));

    /// <summary>Where stability numbers stand on the left, with their text.</summary>
    public IEnumerable<(string Y, string Text)> NumberTicks
    {
        get
        {
            for (double number = numbers.Low; number <= numbers.High * 1.001; number *= 10)
            {
                yield return (Text(Y(number)), number.ToString("0.###", Language.Shown.Format));
            }
        }
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    // Every line of the graph is a power law, so two points make it on logarithmic axes.
    private StabilityGraphLine Line(string key, string words, Func<double, double> numberAt) =>
        new(
            key,
            words,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{X(radii.Low):0.#},{Y(numberAt(radii.Low)):0.#} {X(radii.High):0.#},{Y(numberAt(radii.High)):0.#}"
            )
        );

    // The log-odds are linear in ln N': from their values at two numbers to the number where they are as wanted.
    private static double Solve(Func<double, double, double> logit, double radius, double wanted)
    {
        double atOne = logit(radius, 1);
        double slope = logit(radius, Math.E) - atOne;
        return Math.Exp((wanted - atOne) / slope);
    }

    private static double Decade(double value, Func<double, double> round) => Math.Pow(10, round(Math.Log10(value)));

    private double X(double radius) => Left + ((Right - Left) * Share(radius, radii));

    private double Y(double number) => Bottom - ((Bottom - Top) * Share(number, numbers));

    private static double Share(double value, (double Low, double High) span) =>
        Math.Log(value / span.Low) / Math.Log(span.High / span.Low);
}
