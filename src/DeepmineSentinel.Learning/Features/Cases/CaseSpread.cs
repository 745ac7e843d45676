using System.Globalization;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Features.Cases;

/// <summary>
/// Where the training cases lie. A surface up to a tenth of a span's logarithm beyond the cases is warned of; farther out, or
/// farther from every case than 99 % of the cases are from their nearest other one, nothing is said of it.
/// </summary>
public sealed record CaseSpread
{
    private const double Tolerance = 0.1;

    /// <summary>Spans of HR, Q', A, B and C.</summary>
    public required IReadOnlyList<CaseSpan> Spans { get; init; }

    /// <summary>Scaled rows of the training cases, which distances are measured to, [cases][5].</summary>
    public required IReadOnlyList<float[]> Rows { get; init; }

    /// <summary>99th percentile of each case's distance to its nearest other one.</summary>
    public required double DistanceLimit { get; init; }

    /// <summary>Measures the training cases.</summary>
    /// <param name="inputs">Scale of HR and the factors, fitted on the same cases.</param>
    /// <param name="training">At least two cases.</param>
    public static CaseSpread Fit(CaseInputs inputs, IReadOnlyList<CaseHistory> training)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        double[][] raw = [.. training.Select(Raw)];
        float[][] rows = [.. training.Select(history => Scaled(inputs, history))];
        return new CaseSpread
        {
            Spans =
            [
                .. Quantities.Select(
                    (quantity, j) =>
                        new CaseSpan(
                            quantity.Name,
                            quantity.Unit,
                            raw.Min(values => values[j]),
                            raw.Max(values => values[j])
                        )
                ),
            ],
            Rows = StaticDistance.Kept(rows),
            DistanceLimit = StaticDistance.LeaveOneOutLimit(rows),
        };
    }

    /// <summary>How far a surface lies from the cases.</summary>
    /// <param name="inputs">The scale that the rows were made with.</param>
    /// <param name="asked">The surface.</param>
    public CaseReach Check(CaseInputs inputs, CaseHistory asked)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        double distance = StaticDistance.ToNearest([.. Rows], Scaled(inputs, asked), except: -1);
        double[] values = Raw(asked);
        List<string> warnings = [];
        string? reason = null;
        for (int j = 0; j < Spans.Count; j++)
        {
            if (Beyond(Spans[j], values[j]) is var (isFar, sentence))
            {
                reason ??= isFar ? sentence : null;
                warnings.Add(sentence);
            }
        }

        return new CaseReach(distance, warnings, reason ?? TooFar(distance));
    }

    /// <summary>What the numbers of a row are.</summary>
    internal static IReadOnlyList<QuantityRange> Quantities { get; } =
    [
        StopeQuantities.HydraulicRadius,
        StopeQuantities.QPrime,
        StopeQuantities.FactorA,
        StopeQuantities.FactorB,
        StopeQuantities.FactorC,
    ];

    private string? TooFar(double distance) =>
        distance > DistanceLimit
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The surface as a whole is unlike every case: the nearest is {distance:0.00} away, and 99 % of the cases have another within {DistanceLimit:0.00}."
            )
            : null;

    private static (bool IsFar, string Sentence)? Beyond(CaseSpan span, double value)
    {
        bool low = value < span.Lowest;
        if (!low && value <= span.Highest)
        {
            return null;
        }

        double excess = low ? Math.Log(span.Lowest / value) : Math.Log(value / span.Highest);
        bool far = excess > Tolerance * Math.Log(span.Highest / span.Lowest);
        string bound = Shown(span, low ? span.Lowest : span.Highest);
        string sentence = (far, low) switch
        {
            (true, true) => $"{span.Name} {Shown(span, value)} lies far below the cases, which begin at {bound}.",
            (true, false) => $"{span.Name} {Shown(span, value)} lies far above the cases, which end at {bound}.",
            (false, true) => $"{span.Name} {Shown(span, value)} lies below the cases, which begin at {bound}.",
            (false, false) => $"{span.Name} {Shown(span, value)} lies above the cases, which end at {bound}.",
        };
        return (far, sentence);
    }

    private static string Shown(CaseSpan span, double value) =>
        value.ToString("0.###", CultureInfo.InvariantCulture) + (span.Unit.Length > 0 ? " " + span.Unit : "");

    private static double[] Raw(CaseHistory history) =>
        [history.HydraulicRadiusMetres, history.QPrime, history.FactorA, history.FactorB, history.FactorC];

    private static float[] Scaled(CaseInputs inputs, CaseHistory history) =>
        [.. inputs.Row(history).Select(value => (float)value)];
}
