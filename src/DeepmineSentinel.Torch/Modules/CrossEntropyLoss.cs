using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Minus the log of the softmax at the target class.</summary>
public sealed class CrossEntropyLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private const long NoClass = -100;
    private readonly Tensor? weight;
    private readonly long ignored;
    private readonly nn.Reduction reduction;

    internal CrossEntropyLoss(Tensor? weight, long? ignored, nn.Reduction reduction)
        : base(nameof(CrossEntropyLoss))
    {
        this.weight = weight?.DetachFromDisposeScope();
        this.ignored = ignored ?? NoClass;
        this.reduction = reduction;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) =>
        nn.functional.cross_entropy(input1, input2, weight, ignored, reduction);
}
