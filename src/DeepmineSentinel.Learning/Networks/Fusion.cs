using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Brings both branches together: a chain of linear layers, then batch norm, ReLU and dropout. B samples, W numbers.</summary>
internal sealed class Fusion : nn.Module<Tensor, Tensor>
{
    /// <summary>Width of what it gives to the heads.</summary>
    public const int Width = 64;
    private readonly Dropping dropping;
    private readonly LayerWatch watch;
    private readonly Linear? wide;
    private readonly BatchNorm1d? wide_norm;
    private readonly Linear narrow;
    private readonly BatchNorm1d narrow_norm;

    /// <param name="inputs">W.</param>
    /// <param name="between">Width of a layer between; 0: none.</param>
    /// <param name="dropping">Dropout.</param>
    /// <param name="watch">Sees what the layers give.</param>
    public Fusion(int inputs, int between, Dropping dropping, LayerWatch watch)
        : base("fusion")
    {
        this.dropping = dropping;
        this.watch = watch;
        if (between > 0)
        {
            wide = nn.Linear(inputs, between);
            wide_norm = nn.BatchNorm1d(between);
        }

        narrow = nn.Linear(between > 0 ? between : inputs, Width);
        narrow_norm = nn.BatchNorm1d(Width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor both)
    {
        if (wide is not null && wide_norm is not null)
        {
            both = watch.Of(wide, wide.call(both)); // [B, W] -> [B, between]
            both = watch.Of(wide_norm, wide_norm.call(both)).relu();
            both = dropping.Apply(both, 0.3);
        }

        both = watch.Of(narrow, narrow.call(both)); // -> [B, 64]
        return dropping.Apply(watch.Of(narrow_norm, narrow_norm.call(both)).relu(), 0.3);
    }
}
