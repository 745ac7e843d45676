using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Brings both branches together: a chain of linear layers, each with batch norm, ReLU and dropout. B samples, W numbers.</summary>
internal sealed class Fusion : nn.Module<Tensor, Tensor>
{
    private readonly Dropping dropping;
    private readonly LayerWatch watch;
    private readonly double dropout;
    private readonly Linear[] layers;
    private readonly BatchNorm1d[] norms;

    /// <param name="inputs">W.</param>
    /// <param name="sizes">Widths.</param>
    /// <param name="dropping">Dropout.</param>
    /// <param name="watch">Sees what the layers give.</param>
    public Fusion(int inputs, NetworkSizes sizes, Dropping dropping, LayerWatch watch)
        : base("fusion")
    {
        this.dropping = dropping;
        this.watch = watch;
        dropout = sizes.Dropout;
        layers = LayerNames.Linears(inputs, sizes.FusionLayers);
        norms = [.. sizes.FusionLayers.Select(width => nn.BatchNorm1d(width))];
        for (int i = 0; i < layers.Length; i++)
        {
            string name =
                i == layers.Length - 1 ? "narrow"
                : i == 0 ? "wide"
                : "wide_" + LayerNames.At(i);
            register_module(name, layers[i]);
            register_module(name + "_norm", norms[i]);
        }
    }

    public override Tensor forward(Tensor both)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            both = watch.Of(layers[i], layers[i].call(both)); // [B, W] -> [B, width]
            both = watch.Of(norms[i], norms[i].call(both)).relu();
            both = dropping.Apply(both, dropout);
        }

        return both; // [B, 64]
    }
}
