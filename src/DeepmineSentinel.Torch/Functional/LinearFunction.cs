using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>x W^T + b as one step of the tape.</summary>
internal static unsafe class LinearFunction
{
    public static Tensor Run(Tensor input, Tensor weight, Tensor? bias)
    {
        var (outputs, inputs) = (weight.Sizes[0], weight.Sizes[1]);
        if (input.Sizes.Length == 0 || input.Sizes[^1] != inputs)
        {
            throw new ArgumentException(
                $"linear: input {Shapes.Show(input.Sizes)} does not end with the {inputs} of weight {Shapes.Show(weight.Sizes)}."
            );
        }

        if (input.dtype != ScalarType.Float32)
        {
            var product = input.matmul(weight.t());
            return bias is null ? product : product.add(bias);
        }

        var rows = input.contiguous();
        var matrix = weight.contiguous();
        var result = Tensor.Allocate(Shapes.With(input.Sizes, input.Sizes.Length - 1, outputs), ScalarType.Float32);
        Multiply(rows, matrix, bias, result);
        if (Tape.Watches([rows, matrix, bias]))
        {
            Tape.Record([result], [rows, matrix, bias], [rows, matrix], new(static b => Backward(b)));
        }

        return result;
    }

    private static void Multiply(Tensor rows, Tensor weight, Tensor? bias, Tensor result)
    {
        using var added = bias?.PackedAlias();
        var (n, k) = ((int)weight.Sizes[0], (int)weight.Sizes[1]);
        fixed (float* x = rows.Flat<float>())
        fixed (float* w = weight.Flat<float>())
        fixed (float* b = added is null ? [] : added.Flat<float>())
        fixed (float* y = result.Flat<float>())
        {
            var count = (int)(result.Count / n);
            var a = MatrixView.Packed(x, count, k);
            Gemm.RunWeights(
                a,
                PackedWeights.For(weight),
                MatrixView.Packed(w, n, k).Transposed,
                GemmTarget.OnRow(b, y, n)
            );
        }
    }

    private static void Backward(FunctionNode node)
    {
        var gradient = node.Grad.contiguous();
        var (rows, weight) = (node.Saved(0), node.Saved(1));
        var (n, k) = ((int)weight.Sizes[0], (int)weight.Sizes[1]);
        var count = (int)(gradient.Count / n);
        fixed (float* g = gradient.Flat<float>())
        fixed (float* x = rows.Flat<float>())
        fixed (float* w = weight.Flat<float>())
        {
            var slope = MatrixView.Packed(g, count, n);
            if (node.Needs(0))
            {
                node.Give(0, Product(slope, MatrixView.Packed(w, n, k), rows.Sizes));
            }

            if (node.Needs(1))
            {
                node.Give(1, Product(slope.Transposed, MatrixView.Packed(x, count, k), weight.Sizes));
            }
        }

        if (node.Needs(2))
        {
            var sum = Tensor.Allocate([n], ScalarType.Float32);
            RowKernel.SumRows(gradient.Flat<float>(), sum.Flat<float>());
            node.Give(2, sum);
        }
    }

    private static Tensor Product(MatrixView a, MatrixView b, long[] sizes)
    {
        var result = Tensor.Allocate(sizes, ScalarType.Float32);
        fixed (float* to = result.Flat<float>())
        {
            Gemm.Run(a, b, GemmTarget.Fresh(to, b.Columns));
        }

        return result;
    }
}
