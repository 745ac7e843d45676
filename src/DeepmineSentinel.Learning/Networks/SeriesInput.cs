using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// What the series branch sees of a window (docs/decisions/092): values, how far each lies from the mean of its channel in
/// the window, and masks. Ground that speeds up is told by what it did before, not by its level, which differs from stope to
/// stope and from sensor to sensor. A batch norm brings these differences to one size, since a channel that hardly moves
/// within a window may move much from stope to stope. B samples, T steps, C channels.
/// </summary>
internal static class SeriesInput
{
    // So that a channel without any value divides by something.
    private const double Little = 1e-6;

    /// <summary>Numbers a step.</summary>
    public static int Width(NetworkOptions options) =>
        options.RelativeSeries ? options.StepWidth + options.ChannelCount : options.StepWidth;

    /// <summary>Adds what is relative.</summary>
    /// <param name="series">Values, then masks, [B, T, 2 C].</param>
    /// <param name="norm">Norm of the differences, over C.</param>
    /// <returns>Values, differences, masks, [B, T, 3 C].</returns>
    public static Tensor Relative(Tensor series, BatchNorm1d norm)
    {
        long channels = series.shape[2] / 2;
        Tensor values = series.narrow(2, 0, channels); // [B, T, C]
        Tensor masks = series.narrow(2, channels, channels); // [B, T, C]
        Tensor means = values.sum(1, true).div(masks.sum(1, true).add(Little)); // [B, 1, C]
        Tensor differences = values.sub(means).mul(masks); // [B, T, C]
        Tensor sized = norm.call(differences.reshape(-1, channels)).reshape(differences.shape).mul(masks);
        return cat([values, sized, masks], 2);
    }
}
