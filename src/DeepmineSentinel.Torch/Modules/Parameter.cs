using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains; no dispose scope owns it once it is registered.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>A parameter on the data's elements.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Source(data).Storage.Retain(), data.dtype, new TensorLayout(data.Sizes, data.Strides, data.Offset))
    {
        Storage.HoldsParameter = true;
        if (requires_grad)
        {
            requires_grad_();
        }
    }

    internal void DropGradient()
    {
        if (Meta?.Gradient is { } gradient)
        {
            gradient.Dispose();
            Meta.Gradient = null;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        DropGradient();
        base.Dispose(disposing);
    }

    private static Tensor Source(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data;
    }
}
