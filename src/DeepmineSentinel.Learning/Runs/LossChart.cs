using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Losses by epoch as a drawing that stands alone or in a page.</summary>
internal static class LossChart
{
    private const double Width = 640;
    private const double Height = 240;
    private const double Margin = 40;

    /// <summary>The drawing as a file of its own: a page knows the namespace without being told.</summary>
    public static string DrawAlone(IReadOnlyList<TrainingProgress> epochs) =>
        Draw(epochs).Replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", StringComparison.Ordinal);

    public static string Draw(IReadOnlyList<TrainingProgress> epochs)
    {
        if (epochs.Count == 0)
        {
            return "<p>No epoch was run.</p>";
        }

        double top = epochs.Max(epoch => Math.Max(epoch.TrainingLoss, epoch.ValidationLoss));
        double scale = top > 0 ? (Height - (2 * Margin)) / top : 1;
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" ")
            .Append("aria-label=\"Training and validation loss by epoch\">");
        svg.Append(Line(epochs, epoch => epoch.TrainingLoss, scale, "#1f6fb2"));
        svg.Append(Line(epochs, epoch => epoch.ValidationLoss, scale, "#b2421f"));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"2\" y=\"{Margin}\" font-size=\"12\">{top:F2}</text>")
            .Append(CultureInfo.InvariantCulture, $"<text x=\"2\" y=\"{Height - Margin}\" font-size=\"12\">0</text>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Margin}\" y=\"{Height - 8}\" font-size=\"12\">epoch 1 to {epochs.Count}: training blue, validation red, best epoch {epochs[^1].BestEpoch}</text></svg>"
            );
        return svg.ToString();
    }

    private static string Line(
        IReadOnlyList<TrainingProgress> epochs,
        Func<TrainingProgress, double> value,
        double scale,
        string colour
    )
    {
        StringBuilder points = new();
        double step = (Width - (2 * Margin)) / Math.Max(1, epochs.Count - 1);
        for (int i = 0; i < epochs.Count; i++)
        {
            points.Append(
                CultureInfo.InvariantCulture,
                $"{Margin + (i * step):F1},{Height - Margin - (value(epochs[i]) * scale):F1} "
            );
        }

        return $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{points}\"/>";
    }
}
