using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The last dimensions of each element brought to mean 0 and variance 1.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    private readonly long[] normalized;
    private readonly double eps;
    private Parameter? ownWeight;
    private Parameter? ownBias;

    internal LayerNorm(long[] normalizedShape, double eps, bool affine, bool hasBias)
        : base(nameof(LayerNorm))
    {
        normalized = normalizedShape;
        this.eps = eps;
        if (affine)
        {
            ownWeight = Initialised.Filled(normalizedShape, 1);
            register_parameter("weight", ownWeight);
        }

        if (hasBias)
        {
            ownBias = Initialised.Filled(normalizedShape, 0);
            register_parameter("bias", ownBias);
        }
    }

    /// <summary>The scale, in the normalised shape, or null.</summary>
    public Parameter? weight
    {
        get => ownWeight;
        set => ownWeight = Replace("weight", value);
    }

    /// <summary>The shift, in the normalised shape, or null.</summary>
    public Parameter? bias
    {
        get => ownBias;
        set => ownBias = Replace("bias", value);
    }

    /// <summary>[.., normalised] to the same shape.</summary>
    public override Tensor forward(Tensor tensor) =>
        nn.functional.layer_norm(tensor, normalized, ownWeight, ownBias, eps);
}
