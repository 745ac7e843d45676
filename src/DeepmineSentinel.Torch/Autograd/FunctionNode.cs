using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>The recorded call of one operation: its inputs' places on the tape, saved values and the backward function.</summary>
internal sealed class FunctionNode : Node
{
    private readonly Edge[] edges;
    private readonly Action<FunctionNode> backward;
    private SavedTensor[] saved;
    private BackwardPass? pass;
    private bool released;

    public FunctionNode(Edge[] edges, Action<FunctionNode> backward, int outputs, SavedTensor[] saved)
        : base(outputs)
    {
        this.edges = edges;
        this.backward = backward;
        this.saved = saved;
    }

    /// <summary>Whatever else the backward function needs to know.</summary>
    public object? State { get; init; }

    /// <summary>The gradient of the first output.</summary>
    public Tensor Grad => Gradients[0]!;

    public Tensor Saved(int index) => saved[index].Value;

    public bool Needs(int input) => edges[input].Node is not null;

    public long[] InputSizes(int input) => edges[input].Sizes;

    public ScalarType InputType(int input) => edges[input].Type;

    /// <summary>Hands on the gradient of an input, summed over the dimensions it was broadcast along.</summary>
    public void Give(int input, Tensor gradient)
    {
        var edge = edges[input];
        if (edge.Node is null)
        {
            return;
        }

        var fitted = Reductions.SumTo(gradient, edge.Sizes);
        var owned = IsOwned(fitted) ? fitted.Alias() : fitted.DetachFromDisposeScope();
        pass!.Push(edge.Node, edge.Output, owned);
    }

    public override void Run(BackwardPass pass)
    {
        if (released)
        {
            throw new InvalidOperationException(
                "Backward a second time through the same graph: its saved values are gone; pass retain_graph."
            );
        }

        this.pass = pass;
        backward(this);
        this.pass = null;
        DropGradients();
        if (!pass.RetainsGraph)
        {
            ReleaseSaved();
        }
    }

    /// <summary>Whether somebody else disposes of the tensor: no scope of this pass, or the owner of a saved value.</summary>
    private bool IsOwned(Tensor tensor)
    {
        foreach (var value in saved)
        {
            if (value.Holds(tensor))
            {
                return true;
            }
        }

        return tensor.Scope is null;
    }

    private void ReleaseSaved()
    {
        released = true;
        foreach (var value in saved)
        {
            value.Release();
        }

        saved = [];
    }
}
