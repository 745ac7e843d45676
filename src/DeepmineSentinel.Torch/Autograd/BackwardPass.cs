using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>One walk down the tape, always in the same order.</summary>
internal sealed class BackwardPass
{
    [ThreadStatic]
    private static PriorityQueue<Node, long>? idle;

    private readonly PriorityQueue<Node, long> queue = TakeQueue();
    private readonly Dictionary<(Node Node, int Output), int>? wanted;
    private readonly Tensor?[] gathered = [];
    private readonly int[] slots = [];

    public BackwardPass(bool retainsGraph)
    {
        RetainsGraph = retainsGraph;
        FillsLeaves = true;
    }

    /// <summary>A pass that gathers the gradients of the given tensors and leaves the leaves' own alone.</summary>
    public BackwardPass(IList<Tensor> inputs, bool retainsGraph)
    {
        RetainsGraph = retainsGraph;
        wanted = [];
        gathered = new Tensor?[inputs.Count];
        slots = new int[inputs.Count];
        for (var i = 0; i < inputs.Count; i++)
        {
            var edge = Tape.EdgeOf(inputs[i]);
            if (edge.Node is null)
            {
                throw new InvalidOperationException("One of the inputs does not require grad.");
            }

            slots[i] = wanted.TryAdd((edge.Node, edge.Output), i) ? i : wanted[(edge.Node, edge.Output)];
        }
    }

    public bool RetainsGraph { get; }

    public bool FillsLeaves { get; }

    public void Push(Node node, int output, Tensor gradient)
    {
        node.Accumulate(output, gradient);
        if (!node.Queued)
        {
            node.Queued = true;
            queue.Enqueue(node, -node.Id);
        }
    }

    /// <summary>The gathered gradient of an input, or null where nothing reached it.</summary>
    public Tensor? GradientOf(int input)
    {
        var gradient = gathered[slots[input]];
        return slots[input] == input ? gradient : gradient?.Alias();
    }

    /// <summary>Runs to the end; temporaries are disposed node by node.</summary>
    public void Run()
    {
        using var mode = new GradMode(false);
        using var scope = new DisposeScope();
        try
        {
            while (queue.TryDequeue(out var node, out _))
            {
                node.Queued = false;
                Gather(node);
                node.Run(this);
                scope.DisposeEverything();
            }
        }
        finally
        {
            while (queue.TryDequeue(out var node, out _))
            {
                node.Queued = false;
                node.DropGradients();
            }

            idle = queue;
        }
    }

    /// <summary>This thread's queue, which keeps its room from pass to pass.</summary>
    private static PriorityQueue<Node, long> TakeQueue()
    {
        var queue = idle ?? new PriorityQueue<Node, long>(64);
        idle = null;
        return queue;
    }

    private void Gather(Node node)
    {
        if (wanted is null)
        {
            return;
        }

        for (var i = 0; i < node.Gradients.Length; i++)
        {
            if (node.Gradients[i] is { } gradient && wanted.TryGetValue((node, i), out var slot))
            {
                gathered[slot] = gradient.Alias();
            }
        }
    }
}
