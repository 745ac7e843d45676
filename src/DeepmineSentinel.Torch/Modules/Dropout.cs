using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeroes elements at random while training and scales the others up.</summary>
public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    private readonly double p;

    internal Dropout(double p)
        : base(nameof(Dropout))
    {
        this.p = p;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.dropout(input, p, training);
}
