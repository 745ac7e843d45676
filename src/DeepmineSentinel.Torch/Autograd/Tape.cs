using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>Records operations. With nothing to differentiate, recording costs one test.</summary>
internal static class Tape
{
    public static bool Watches(Tensor a) => GradMode.Enabled && a.requires_grad;

    public static bool Watches(Tensor a, Tensor b) => GradMode.Enabled && (a.requires_grad || b.requires_grad);

    public static bool Watches(ReadOnlySpan<Tensor?> inputs)
    {
        if (!GradMode.Enabled)
        {
            return false;
        }

        foreach (var input in inputs)
        {
            if (input is not null && input.requires_grad)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Records an operation of one input that saves nothing.</summary>
    public static Tensor Record(Tensor output, Tensor input, Action<FunctionNode> backward)
    {
        if (Watches(input))
        {
            Attach(output, new FunctionNode([EdgeOf(input)], backward, 1, []));
        }

        return output;
    }

    /// <summary>As before, with plain values that the backward function needs.</summary>
    public static Tensor Record<TState>(Tensor output, Tensor input, Action<FunctionNode> backward, TState state)
    {
        if (Watches(input))
        {
            Attach(output, new FunctionNode([EdgeOf(input)], backward, 1, []) { State = state });
        }

        return output;
    }

    /// <summary>Records an operation of two inputs that saves nothing.</summary>
    public static Tensor Record(Tensor output, Tensor a, Tensor b, Action<FunctionNode> backward)
    {
        if (Watches(a, b))
        {
            Attach(output, new FunctionNode([EdgeOf(a), EdgeOf(b)], backward, 1, []));
        }

        return output;
    }

    /// <summary>Records an operation that the caller knows to be watched.</summary>
    public static void Record(
        ReadOnlySpan<Tensor?> outputs,
        ReadOnlySpan<Tensor?> inputs,
        ReadOnlySpan<Tensor> saved,
        RecordedFunction function
    )
    {
        var edges = new Edge[inputs.Length];
        for (var i = 0; i < edges.Length; i++)
        {
            edges[i] = inputs[i] is { } input ? EdgeOf(input) : default;
        }

        var kept = saved.Length == 0 ? [] : new SavedTensor[saved.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = new SavedTensor(saved[i]);
        }

        var node = new FunctionNode(edges, function.Backward, outputs.Length, kept) { State = function.State };
        for (var i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] is { } output)
            {
                Attach(output, node, i);
            }
        }
    }

    public static Edge EdgeOf(Tensor input)
    {
        var meta = input.Meta;
        if (meta is null)
        {
            return new Edge(null, 0, input.Sizes, input.dtype);
        }

        if (meta.Function is { } made)
        {
            return new Edge(made, meta.Output, input.Sizes, input.dtype);
        }

        return new Edge(meta.Leaf ??= new LeafNode(meta), 0, input.Sizes, input.dtype);
    }

    private static void Attach(Tensor output, Node node, int index = 0) =>
        output.Meta = new AutogradMeta { Function = node, Output = index };
}
