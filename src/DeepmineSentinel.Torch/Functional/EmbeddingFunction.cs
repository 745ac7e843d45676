using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Rows of a weight by index, as one step of the tape; the gradient of a row is summed in the order of the indices.</summary>
internal static class EmbeddingFunction
{
    /// <summary>Weight [rows, n], indices of any shape; returns [.., n].</summary>
    public static Tensor Run(Tensor weight, Tensor index, EmbeddingOptions options)
    {
        var places = Places(weight, index);
        if (options.MaxNorm is { } largest)
        {
            var limit = new NormLimit(options.NormType, largest);
            EmbeddingKernel.Shorten(weight.Flat<float>(), places.Flat<long>(), (int)weight.Sizes[1], limit);
            weight.Storage.Version++;
        }

        var result = Tensor.Allocate([.. index.Sizes, weight.Sizes[1]], ScalarType.Float32);
        EmbeddingKernel.Take(weight.Flat<float>(), places.Flat<long>(), result.Flat<float>());
        if (Tape.Watches(weight))
        {
            Tape.Record([result], [weight], [places], new(static b => Backward(b), options));
        }

        return result;
    }

    private static void Backward(FunctionNode node)
    {
        var options = (EmbeddingOptions)node.State!;
        var places = node.Saved(0).Flat<long>();
        var sum = zeros(node.InputSizes(0));
        EmbeddingKernel.Add(node.Grad.contiguous().Flat<float>(), places, sum.Flat<float>(), options.PaddingRow ?? -1);
        if (options.ScalesByCount)
        {
            EmbeddingKernel.DivideByCount(places, sum.Flat<float>(), (int)node.InputSizes(0)[1]);
        }

        node.Give(0, sum);
    }

    private static Tensor Places(Tensor weight, Tensor index)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw new ArgumentException($"Embedding needs indices of int64 or int32, not {index.dtype}.");
        }

        var places = index.to_type(ScalarType.Int64).contiguous();
        foreach (var place in places.Flat<long>())
        {
            if (place < 0 || place >= weight.Sizes[0])
            {
                throw new ArgumentOutOfRangeException(nameof(index), place, $"Outside {weight.Sizes[0]} rows.");
            }
        }

        return places;
    }
}
