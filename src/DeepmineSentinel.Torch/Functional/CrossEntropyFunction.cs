using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Cross-entropy of float32 logits [N, classes] and int64 classes [N], summed or as a mean, as one step of the tape.</summary>
internal static class CrossEntropyFunction
{
    public static Tensor Run(Tensor logits, Tensor target, ClassLossOptions options)
    {
        var rows = logits.contiguous();
        var logs = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var weights = Tensor.Allocate([rows.Sizes[0]], ScalarType.Float32);
        SoftmaxKernel.Forward(rows, logs, logarithm: true);
        using var places = target.PackedAlias();
        using var given = options.Weight?.PackedAlias();
        Weigh(
            places.Flat<long>(),
            given is null ? default : given.Flat<float>(),
            options.IgnoredClass,
            weights,
            rows.Sizes[1]
        );
        var (sum, total) = Sum(logs, places.Flat<long>(), weights.Flat<float>());
        var divisor = options.Reduction == nn.Reduction.Mean ? total : 1;
        var result = Tensor.Allocate(Shapes.Scalar, ScalarType.Float32);
        result.Flat<float>()[0] = (float)(sum / divisor);
        if (Tape.Watches(rows))
        {
            Tape.Record([result], [rows], [logs, weights, target], new(static b => Backward(b), (float)(1 / divisor)));
        }

        return result;
    }

    private static void Weigh(
        ReadOnlySpan<long> places,
        ReadOnlySpan<float> given,
        long ignored,
        Tensor weights,
        long classes
    )
    {
        var to = weights.Flat<float>();
        for (var i = 0; i < to.Length; i++)
        {
            if (places[i] != ignored && (ulong)places[i] >= (ulong)classes)
            {
                throw new ArgumentOutOfRangeException(nameof(places), places[i], $"Target outside {classes} classes.");
            }

            to[i] =
                places[i] == ignored ? 0
                : given.IsEmpty ? 1
                : given[(int)places[i]];
        }
    }

    private static (double Sum, double Total) Sum(Tensor logs, ReadOnlySpan<long> places, ReadOnlySpan<float> weights)
    {
        var from = logs.Flat<float>();
        var classes = (int)logs.Sizes[1];
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < places.Length; i++)
        {
            if (weights[i] != 0)
            {
                sum -= (double)weights[i] * from[i * classes + (int)places[i]];
                total += weights[i];
            }
        }

        return (sum, total);
    }

    /// <summary>g w (softmax - one at the target).</summary>
    private static void Backward(FunctionNode node)
    {
        var (logs, weights) = (node.Saved(0), node.Saved(1));
        using var places = node.Saved(2).PackedAlias();
        var result = Tensor.Allocate(logs.Sizes, ScalarType.Float32);
        UnaryKernel.Run<ExpOp>(logs, result);
        var to = result.Flat<float>();
        var classes = (int)logs.Sizes[1];
        var scale = (float)node.State! * node.Grad.Reach<float>()[0];
        for (var i = 0; i < weights.Count; i++)
        {
            var weight = weights.Flat<float>()[i];
            var row = to.Slice(i * classes, classes);
            if (weight == 0)
            {
                row.Clear();
                continue;
            }

            row[(int)places.Flat<long>()[i]] -= 1;
            RowKernel.Scale(row, weight * scale);
        }

        node.Give(0, result);
    }
}
