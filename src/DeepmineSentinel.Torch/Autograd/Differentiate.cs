using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>Where a backward pass begins.</summary>
internal static class Differentiate
{
    public static void Seed(BackwardPass pass, Tensor output, Tensor? weight)
    {
        var edge = Tape.EdgeOf(output);
        if (edge.Node is null)
        {
            throw new InvalidOperationException("The tensor does not require grad and has no history.");
        }

        if (weight is null && output.Count != 1)
        {
            throw new InvalidOperationException(
                $"A gradient starts at one element, not at shape {Shapes.Show(output.Sizes)}, unless it is given."
            );
        }

        if (weight is not null && !Shapes.Same(weight.Sizes, output.Sizes))
        {
            throw new ArgumentException(
                $"Gradient of shape {Shapes.Show(weight.Sizes)} for output {Shapes.Show(output.Sizes)}."
            );
        }

        pass.Push(edge.Node, edge.Output, weight is null ? One(output) : weight.Alias());
    }

    private static Tensor One(Tensor output)
    {
        var one = Tensor.Allocate(output.Sizes, output.dtype, tracked: false);
        one.fill(1);
        return one;
    }
}
