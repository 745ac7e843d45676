using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Names of layers in a chain: weights are saved, drawn and decayed by them.</summary>
internal static class LayerNames
{
    private static readonly string[] Ordinals =
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
    ];

    /// <summary>Name of a layer by its place, from 0.</summary>
    public static string At(int place) => Ordinals[place];

    /// <summary>Linear layers from one width to the next.</summary>
    public static Linear[] Linears(int inputs, LayerSizes widths) =>
        [.. widths.Select((width, i) => nn.Linear(i == 0 ? inputs : widths[i - 1], width))];

    /// <summary>LSTMs from one width to the next, [B, T, width before] -> [B, T, width].</summary>
    public static LSTM[] Recurrents(int inputs, LayerSizes widths) =>
        [.. widths.Select((width, i) => nn.LSTM(i == 0 ? inputs : widths[i - 1], width, batchFirst: true))];
}
