using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Binary cross-entropy of logits and targets of one shape, without overflow.</summary>
public sealed class BCEWithLogitsLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Tensor? weight;
    private readonly Tensor? positiveWeights;
    private readonly nn.Reduction reduction;

    internal BCEWithLogitsLoss(Tensor? weight, nn.Reduction reduction, Tensor? positiveWeights)
        : base(nameof(BCEWithLogitsLoss))
    {
        this.weight = weight?.DetachFromDisposeScope();
        this.positiveWeights = positiveWeights?.DetachFromDisposeScope();
        this.reduction = reduction;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.binary_cross_entropy_with_logits(input1, input2, weight, reduction, positiveWeights);
}
