using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x W^T + b: [.., in] to [.., out].</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter ownWeight;
    private Parameter? ownBias;

    internal Linear(long inputSize, long outputSize, bool hasBias)
        : base(nameof(Linear))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputSize);
        var bound = 1 / Math.Sqrt(inputSize);
        ownWeight = Initialised.Uniform([outputSize, inputSize], bound);
        register_parameter("weight", ownWeight);
        if (hasBias)
        {
            ownBias = Initialised.Uniform([outputSize], bound);
            register_parameter("bias", ownBias);
        }
    }

    /// <summary>[out, in].</summary>
    public Parameter weight
    {
        get => ownWeight;
        set => ownWeight = Replace("weight", value)!;
    }

    /// <summary>[out], or null.</summary>
    public Parameter? bias
    {
        get => ownBias;
        set => ownBias = Replace("bias", value);
    }

    /// <summary>[.., in] to [.., out].</summary>
    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, ownWeight, ownBias);
}
