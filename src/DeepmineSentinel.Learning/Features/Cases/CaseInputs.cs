using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Learning.Features.Cases;

/// <summary>Cases as rows of numbers, scaled by training rows alone.</summary>
/// <remarks>
/// The first <see cref="RisingCount"/> numbers are turned so that a larger one is worse for the surface: ln HR, and minus
/// the logarithms of what strengthens the rock. F numbers a row.
/// </remarks>
public sealed class CaseInputs
{
    // A factor that hardly varies among the training rows must not be blown up where it varies elsewhere.
    private const double SmallestSpread = 0.2;

    private static readonly SurfaceKind[] Kinds =
    [
        SurfaceKind.Back,
        SurfaceKind.Hangingwall,
        SurfaceKind.Footwall,
        SurfaceKind.Wall,
    ];

    private readonly double[] means;
    private readonly double[] spreads;

    private CaseInputs(CaseFeatures features, double[] means, double[] spreads)
    {
        Features = features;
        this.means = means;
        this.spreads = spreads;
    }

    /// <summary>Which numbers.</summary>
    public CaseFeatures Features { get; }

    /// <summary>Means that are taken off, [F].</summary>
    public IReadOnlyList<double> Means => means;

    /// <summary>Spreads that are divided by, [F].</summary>
    public IReadOnlyList<double> Spreads => spreads;

    /// <summary>Leading numbers of which a larger one is worse.</summary>
    public static int RisingCount(CaseFeatures features) => features == CaseFeatures.Graph ? 2 : 5;

    /// <summary>Numbers of a row, F.</summary>
    public static int Count(CaseFeatures features) =>
        RisingCount(features) + (features == CaseFeatures.All ? Kinds.Length : 0);

    /// <summary>Fits the scale.</summary>
    /// <param name="features">Which numbers.</param>
    /// <param name="training">At least one case.</param>
    public static CaseInputs Fit(CaseFeatures features, IReadOnlyList<CaseHistory> training)
    {
        double[][] rows = [.. training.Select(history => Raw(features, history))];
        double[] means = [.. Enumerable.Range(0, Count(features)).Select(j => rows.Average(row => row[j]))];
        double[] spreads =
        [
            .. means.Select(
                (mean, j) => Math.Max(SmallestSpread, Math.Sqrt(rows.Average(row => Square(row[j] - mean))))
            ),
        ];
        return new CaseInputs(features, means, spreads);
    }

    /// <summary>Takes over a scale that was fitted before.</summary>
    public static CaseInputs Of(CaseFeatures features, IReadOnlyList<double> means, IReadOnlyList<double> spreads) =>
        new(features, [.. means], [.. spreads]);

    /// <summary>The scaled numbers of a case, [F].</summary>
    public double[] Row(CaseHistory history)
    {
        double[] row = Raw(Features, history);
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = (row[j] - means[j]) / spreads[j];
        }

        return row;
    }

    private static double[] Raw(CaseFeatures features, CaseHistory history)
    {
        double radius = Math.Log(history.HydraulicRadiusMetres);
        if (features == CaseFeatures.Graph)
        {
            return [radius, -Math.Log(history.NPrime)];
        }

        double[] factors =
        [
            radius,
            -Math.Log(history.QPrime),
            -Math.Log(history.FactorA),
            -Math.Log(history.FactorB),
            -Math.Log(history.FactorC),
        ];
        return features == CaseFeatures.Factors
            ? factors
            : [.. factors, .. Kinds.Select(kind => history.Kind == kind ? 1.0 : 0.0)];
    }

    private static double Square(double value) => value * value;
}
