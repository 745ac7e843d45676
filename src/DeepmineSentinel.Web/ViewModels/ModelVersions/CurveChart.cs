using System.Globalization;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Comparison;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.ModelVersions;

/// <summary>Loss curves of several runs over each other, as the numbers of an SVG of 720 by 300.</summary>
public sealed class CurveChart
{
    private const double Left = 52;
    private const double Right = 704;
    private const double Top = 12;
    private const double Bottom = 262;
    private const int Ticks = 5;

    private readonly double lowest;
    private readonly double highest;
    private readonly int epochs;

    private CurveChart(IReadOnlyList<ComparedRun> runs)
    {
        double[] losses = [.. runs.SelectMany(run => Settled(run.Curve)).SelectMany(Losses)];
        lowest = losses.Min();
        highest = Math.Max(losses.Max(), lowest + 1e-6);
        epochs = Math.Max(2, runs.Max(run => run.Curve.Count == 0 ? 0 : run.Curve.Max(point => point.Epoch)));
        Lines = [.. runs.SelectMany((run, i) => LinesOf(run, i))];
    }

    /// <summary>Two lines a run.</summary>
    public IReadOnlyList<CurveLine> Lines { get; }

    /// <summary>Where losses stand on the left, with their text.</summary>
    public IEnumerable<(double Y, string Text)> LossTicks =>
        Enumerable
            .Range(0, Ticks)
            .Select(i => lowest + ((highest - lowest) * i / (Ticks - 1)))
            .Select(loss => (Y(loss), loss.ToString("0.000", Language.Shown.Format)));

    /// <summary>Where epochs stand below, with their text.</summary>
    public IEnumerable<(double X, string Text)> EpochTicks =>
        Enumerable
            .Range(0, Ticks)
            .Select(i => (int)Math.Round(1 + ((epochs - 1.0) * i / (Ticks - 1))))
            .Distinct()
            .Select(epoch => (X(epoch), epoch.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Draws; null where no run kept its losses.</summary>
    public static CurveChart? Of(IReadOnlyList<ComparedRun> runs) =>
        runs.Any(run => run.Curve.Count > 0) ? new CurveChart(runs) : null;

    // The first epochs start far above everything that follows; they are cut at the frame.
    private static IEnumerable<LossPoint> Settled(IReadOnlyList<LossPoint> curve) =>
        curve.Count > 10 ? curve.Skip(curve.Count / 10) : curve;

    private static double[] Losses(LossPoint point) => [point.TrainingLoss, point.ValidationLoss];

    private IEnumerable<CurveLine> LinesOf(ComparedRun run, int number)
    {
        if (run.Curve.Count > 0)
        {
            yield return new CurveLine(number, IsValidation: false, Points(run.Curve, point => point.TrainingLoss));
            yield return new CurveLine(number, IsValidation: true, Points(run.Curve, point => point.ValidationLoss));
        }
    }

    private string Points(IReadOnlyList<LossPoint> curve, Func<LossPoint, double> loss) =>
        string.Join(
            ' ',
            curve.Select(point =>
                string.Create(CultureInfo.InvariantCulture, $"{X(point.Epoch):0.#},{Y(loss(point)):0.#}")
            )
        );

    private double X(int epoch) => Left + ((Right - Left) * (epoch - 1) / (epochs - 1));

    private double Y(double loss) =>
        Bottom - ((Bottom - Top) * (Math.Clamp(loss, lowest, highest) - lowest) / (highest - lowest));
}
