using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>A step of the tape. Ids grow with time, so that walking them downwards meets every user before its source.</summary>
internal abstract class Node
{
    private static long lastId;

    protected Node(int outputs)
    {
        Id = Interlocked.Increment(ref lastId);
        Gradients = new Tensor?[outputs];
    }

    public long Id { get; }

    /// <summary>Gradients of the outputs gathered so far in the running backward pass.</summary>
    public Tensor?[] Gradients { get; }

    public bool Queued { get; set; }

    /// <summary>Hands the inputs' gradients on and, unless kept, lets go of what was saved.</summary>
    public abstract void Run(BackwardPass pass);

    /// <summary>Adds a gradient of one output; the node owns the tensor from here on.</summary>
    public void Accumulate(int output, Tensor gradient)
    {
        var sum = Gradients[output];
        if (sum is null)
        {
            Gradients[output] = gradient;
            return;
        }

        if (sum.Storage.IsShared || !sum.IsContiguous)
        {
            Gradients[output] = sum.add(gradient).DetachFromDisposeScope();
            sum.Dispose();
        }
        else
        {
            sum.add_(gradient);
        }

        gradient.Dispose();
    }

    public void DropGradients()
    {
        for (var i = 0; i < Gradients.Length; i++)
        {
            Gradients[i]?.Dispose();
            Gradients[i] = null;
        }
    }
}
