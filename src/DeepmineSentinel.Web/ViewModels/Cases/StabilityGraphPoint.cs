using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Cases;

/// <summary>A case on the drawing.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From above.</param>
/// <param name="State">What became of it: colour and shape.</param>
public sealed record StabilityGraphPoint(double X, double Y, OutcomeClass State)
{
    private const double Size = 4;

    /// <summary>The mark as an SVG path: a circle, a triangle or a cross, so that colour is never alone.</summary>
    public string Path =>
        State switch
        {
            OutcomeClass.Stable => $"M{At(X - Size)} {At(Y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
            OutcomeClass.Unstable => $"M{At(X)} {At(Y - Size - 1)}l5 9h-10z",
            _ => $"M{At(X - Size)} {At(Y - Size)}l8 8m0 -8l-8 8",
        };

    /// <summary>The mark of a stope as an SVG path: a diamond, larger than any case.</summary>
    public static string Mark(double x, double y) => $"M{At(x)} {At(y - 8)}l7 8l-7 8l-7 -8z";

    private static string At(double value) => StabilityGraphChart.Text(value);
}
