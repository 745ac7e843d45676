using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>The end of the tape: sums the gradient of a leaf.</summary>
internal sealed class LeafNode : Node
{
    private readonly WeakReference<AutogradMeta> owner;

    public LeafNode(AutogradMeta owner)
        : base(1)
    {
        this.owner = new WeakReference<AutogradMeta>(owner);
    }

    public override void Run(BackwardPass pass)
    {
        if (Gradients[0] is not { } gradient || !pass.FillsLeaves || !owner.TryGetTarget(out var meta))
        {
            DropGradients();
            return;
        }

        Gradients[0] = null;
        Store(meta, gradient);
    }

    private static void Store(AutogradMeta meta, Tensor gradient)
    {
        if (meta.Gradient is { IsInvalid: false } sum)
        {
            sum.add_(gradient);
            gradient.Dispose();
        }
        else if (gradient.Storage.IsShared || !gradient.IsContiguous)
        {
            var copy = gradient.contiguous();
            meta.Gradient = ReferenceEquals(copy, gradient) ? gradient.clone() : copy;
            meta.Gradient.DetachFromDisposeScope();
            gradient.Dispose();
        }
        else
        {
            meta.Gradient = gradient;
        }
    }
}
