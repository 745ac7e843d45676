using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>What the tape knows of a tensor: the node that made it, or for a leaf its gradient.</summary>
internal sealed class AutogradMeta
{
    /// <summary>The node this tensor came from; null for a leaf.</summary>
    public Node? Function { get; set; }

    /// <summary>Which of the node's outputs it is.</summary>
    public int Output { get; set; }

    /// <summary>Where a leaf's gradient is summed.</summary>
    public LeafNode? Leaf { get; set; }

    public Tensor? Gradient { get; set; }
}
