using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Layer normalisation of rows as one step of the tape.</summary>
internal static unsafe class LayerNormFunction
{
    public static Tensor Run(Tensor input, int width, Tensor? weight, Tensor? bias, double eps)
    {
        var rows = input.contiguous();
        var result = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var watched = Tape.Watches([rows, weight, bias]);
        var normal = watched ? Tensor.Allocate(rows.Sizes, ScalarType.Float32) : result;
        var scales = Tensor.Allocate([rows.Count / Math.Max(width, 1)], ScalarType.Float32);
        fixed (float* x = rows.Flat<float>())
        fixed (float* z = normal.Flat<float>())
        fixed (float* factors = scales.Flat<float>())
        fixed (float* gain = weight is null ? [] : weight.Flat<float>())
        fixed (float* shift = bias is null ? [] : bias.Flat<float>())
        fixed (float* y = result.Flat<float>())
        {
            var pass = new LayerNormPass
            {
                Width = width,
                Eps = (float)eps,
                From = x,
                Normal = z,
                Scales = factors,
                Weight = gain,
                Bias = shift,
                To = y,
            };
            Threads.Run(&LayerNormPass.Forward, &pass, (int)scales.Count, pass.Grain);
        }

        if (watched)
        {
            ReadOnlySpan<Tensor> saved = weight is null ? [normal, scales] : [normal, scales, weight];
            Tape.Record([result], [rows, weight, bias], saved, new(static b => Backward(b), width));
        }

        return result;
    }

    private static void Backward(FunctionNode node)
    {
        var width = (int)node.State!;
        var gradient = node.Grad.contiguous();
        var (normal, scales) = (node.Saved(0), node.Saved(1));
        var result = Tensor.Allocate(normal.Sizes, ScalarType.Float32);
        if (node.Needs(1))
        {
            BinaryKernel.Run<MulOp>(gradient, normal, result);
            node.Give(1, Sums(result, width, node.InputSizes(1)));
        }

        if (node.Needs(2))
        {
            node.Give(2, Sums(gradient, width, node.InputSizes(2)));
        }

        fixed (float* g = gradient.Flat<float>())
        fixed (float* z = normal.Flat<float>())
        fixed (float* factors = scales.Flat<float>())
        fixed (float* gain = node.InputSizes(1) is null ? [] : node.Saved(2).Flat<float>())
        fixed (float* to = result.Flat<float>())
        {
            var pass = new LayerNormPass
            {
                Width = width,
                From = g,
                Normal = z,
                Scales = factors,
                Weight = gain,
                To = to,
            };
            Threads.Run(&LayerNormPass.Backward, &pass, (int)scales.Count, pass.Grain);
        }

        node.Give(0, result);
    }

    private static Tensor Sums(Tensor rows, int width, long[] sizes)
    {
        var sum = Tensor.Allocate(sizes, ScalarType.Float32);
        RowKernel.SumRows(rows.Flat<float>(), sum.Flat<float>()[..width]);
        return sum;
    }
}
