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
        var normal = Tensor.Allocate(rows.Sizes, ScalarType.Float32);
        var scales = Tensor.Allocate([rows.Count / Math.Max(width, 1)], ScalarType.Float32);
        var factors = scales.Flat<float>();
        fixed (float* from = rows.Flat<float>())
        fixed (float* to = normal.Flat<float>())
        {
            for (var i = 0; i < factors.Length; i++)
            {
                nint start = (nint)i * width;
                factors[i] = NormKernel.Normalise(from + start, to + start, width, (float)eps);
            }
        }

        Scale(normal, weight, bias, result);
        if (Tape.Watches([rows, weight, bias]))
        {
            ReadOnlySpan<Tensor> saved = weight is null ? [normal, scales] : [normal, scales, weight];
            Tape.Record([result], [rows, weight, bias], saved, new(static b => Backward(b), width));
        }

        return result;
    }

    private static void Scale(Tensor normal, Tensor? weight, Tensor? bias, Tensor result)
    {
        if (weight is null)
        {
            CopyKernel.Run(normal, result);
        }
        else
        {
            BinaryKernel.Run<MulOp>(normal, weight, result);
        }

        if (bias is not null)
        {
            BinaryKernel.Run<AddOp>(result, bias, result);
        }
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

        Scale(gradient, node.InputSizes(1) is null ? null : node.Saved(2), null, result);
        var factors = scales.Flat<float>();
        fixed (float* to = result.Flat<float>())
        fixed (float* x = normal.Flat<float>())
        {
            for (var i = 0; i < factors.Length; i++)
            {
                nint start = (nint)i * width;
                NormKernel.Backward(to + start, x + start, width, factors[i]);
            }
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
