using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Matrix products over broadcast leading dimensions.</summary>
internal static unsafe class MatmulKernel
{
    public static Tensor Run(Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype || !a.IsFloating || a.Sizes[^1] != b.Sizes[^2])
        {
            throw new ArgumentException(
                $"matmul of {Shapes.Show(a.Sizes)} {a.dtype} and {Shapes.Show(b.Sizes)} {b.dtype}."
            );
        }

        var batch = Shapes.Broadcast(a.Sizes[..^2], b.Sizes[..^2]);
        var result = Tensor.Allocate([.. batch, a.Sizes[^2], b.Sizes[^1]], a.dtype);
        var stepsA = BatchSteps(a, batch);
        var stepsB = BatchSteps(b, batch);
        var counters = new long[batch.Length];
        var block = (int)(a.Sizes[^2] * b.Sizes[^1]);
        for (var i = 0; i < Shapes.Count(batch) && block > 0; i++)
        {
            long startA = 0;
            long startB = 0;
            for (var d = 0; d < counters.Length; d++)
            {
                startA += counters[d] * stepsA[d];
                startB += counters[d] * stepsB[d];
            }

            One(a, (int)startA, b, (int)startB, result, i * block);
            for (var d = counters.Length - 1; d >= 0 && ++counters[d] == batch[d]; d--)
            {
                counters[d] = 0;
            }
        }

        return result;
    }

    private static long[] BatchSteps(Tensor tensor, long[] batch)
    {
        var steps = new long[batch.Length];
        var own = tensor.Sizes.Length - 2;
        for (var i = 1; i <= own; i++)
        {
            steps[^i] = tensor.Sizes[own - i] == 1 ? 0 : tensor.Strides[own - i];
        }

        return steps;
    }

    private static void One(Tensor a, int startA, Tensor b, int startB, Tensor result, int startC)
    {
        if (a.dtype == ScalarType.Float64)
        {
            Doubles(a, startA, b, startB, result, startC);
            return;
        }

        fixed (float* left = a.Reach<float>())
        fixed (float* right = b.Reach<float>())
        fixed (float* to = result.Flat<float>())
        {
            Gemm.Run(View(a, left + startA), View(b, right + startB), GemmTarget.Fresh(to + startC, (nint)b.Sizes[^1]));
        }
    }

    private static MatrixView View(Tensor tensor, float* data) =>
        new(data, (int)tensor.Sizes[^2], (int)tensor.Sizes[^1], (nint)tensor.Strides[^2], (nint)tensor.Strides[^1]);

    private static void Doubles(Tensor a, int startA, Tensor b, int startB, Tensor result, int startC)
    {
        var left = a.Reach<double>();
        var right = b.Reach<double>();
        var to = result.Flat<double>();
        var (m, k, n) = ((int)a.Sizes[^2], (int)a.Sizes[^1], (int)b.Sizes[^1]);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                double sum = 0;
                for (var p = 0; p < k; p++)
                {
                    sum +=
                        left[startA + (int)(i * a.Strides[^2] + p * a.Strides[^1])]
                        * right[startB + (int)(p * b.Strides[^2] + j * b.Strides[^1])];
                }

                to[startC + i * n + j] = sum;
            }
        }
    }
}
