using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Reads what is known of the stope itself. B samples, S static numbers, W width of the branch.</summary>
internal abstract class StaticBranch(string name) : nn.Module<Tensor, Tensor>(name);

/// <summary>Preset compact: S -> 64 -> 32.</summary>
internal sealed class CompactStaticBranch : StaticBranch
{
    private readonly LayerWatch watch;
    private readonly Linear[] layers;

    public CompactStaticBranch(int staticCount, NetworkSizes sizes, LayerWatch watch)
        : base("static_branch")
    {
        this.watch = watch;
        layers = LayerNames.Linears(staticCount, sizes.StaticLayers);
        for (int i = 0; i < layers.Length; i++)
        {
            register_module(LayerNames.At(i), layers[i]);
        }
    }

    public override Tensor forward(Tensor statics)
    {
        foreach (Linear layer in layers)
        {
            statics = watch.Of(layer, layer.call(statics)).relu(); // [B, S] -> [B, W]
        }

        return statics;
    }
}

/// <summary>Preset enhanced: S -> 128, 128 -> 128 with a residual, 128 -> 64; a residual wherever two widths are equal.</summary>
internal sealed class EnhancedStaticBranch : StaticBranch
{
    private readonly Dropping dropping;
    private readonly LayerWatch watch;
    private readonly double dropout;
    private readonly Linear[] hidden;
    private readonly BatchNorm1d[] norms;
    private readonly Linear last;

    public EnhancedStaticBranch(int staticCount, NetworkSizes sizes, Dropping dropping, LayerWatch watch)
        : base("static_branch")
    {
        this.dropping = dropping;
        this.watch = watch;
        dropout = sizes.Dropout;
        Linear[] layers = LayerNames.Linears(staticCount, sizes.StaticLayers);
        (hidden, last) = (layers[..^1], layers[^1]);
        norms = [.. sizes.StaticLayers.SkipLast(1).Select(width => nn.BatchNorm1d(width))];
        for (int i = 0; i < hidden.Length; i++)
        {
            register_module(LayerNames.At(i), hidden[i]);
            register_module(LayerNames.At(i) + "_norm", norms[i]);
        }

        register_module("last", last);
    }

    public override Tensor forward(Tensor statics)
    {
        Tensor state = statics; // [B, S]
        for (int i = 0; i < hidden.Length; i++)
        {
            Tensor next = watch.Of(hidden[i], hidden[i].call(state)); // -> [B, width]
            next = watch.Of(norms[i], norms[i].call(next)).relu();
            next = dropping.Apply(next, dropout);
            state = i > 0 && next.shape[1] == state.shape[1] ? next + state : next;
        }

        return dropping.Apply(watch.Of(last, last.call(state)), dropout / 2); // -> [B, W]
    }
}
