using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Squared differences of input and target.</summary>
public sealed class MSELoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly nn.Reduction reduction;

    internal MSELoss(nn.Reduction reduction)
        : base(nameof(MSELoss))
    {
        this.reduction = reduction;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.mse_loss(input1, input2, reduction);
}
