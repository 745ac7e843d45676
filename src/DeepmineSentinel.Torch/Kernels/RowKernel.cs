using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Sums over rows of floats, always from the first row to the last.</summary>
internal static unsafe class RowKernel
{
    /// <summary>The sum of all rows of a block; threads share the columns.</summary>
    public static void SumRows(ReadOnlySpan<float> block, Span<float> sum)
    {
        sum.Clear();
        fixed (float* from = block)
        fixed (float* to = sum)
        {
            var rows = block.Length / Math.Max(sum.Length, 1);
            var job = new GemmJob { A = MatrixView.Packed(from, rows, sum.Length), C = GemmTarget.Fresh(to, 0) };
            Threads.Run(&SumColumns, &job, sum.Length, Threads.Grain(8L * rows, 64));
        }
    }

    private static void SumColumns(void* state, int first, int end)
    {
        var block = ((GemmJob*)state)->A;
        var to = ((GemmJob*)state)->C.Data;
        for (var row = 0; row < block.Rows; row++)
        {
            Add(to + first, block.Data + row * block.RowStep + first, end - first);
        }
    }

    /// <summary>The sum of squares in doubles, in eight interleaved parts.</summary>
    public static double SumOfSquares(ReadOnlySpan<float> values)
    {
        var parts = Vector512<double>.Zero;
        var end = values.Length / 8 * 8;
        for (var i = 0; i < end; i += 8)
        {
            var eight = Vector256.Create(values.Slice(i, 8));
            var wide = Vector512.Create(Vector256.WidenLower(eight), Vector256.WidenUpper(eight));
            parts += wide * wide;
        }

        var sum = 0.0;
        for (var lane = 0; lane < 8; lane++)
        {
            sum += parts[lane];
        }

        foreach (var value in values[end..])
        {
            sum += (double)value * value;
        }

        return sum;
    }

    public static void Scale(Span<float> values, float factor)
    {
        fixed (float* data = values)
        {
            BinaryKernel.Widest<MulOp>(ref *data, 1, ref factor, 0, ref *data, values.Length);
        }
    }

    /// <summary>Copies a short row; a call to copy memory would take longer than the copy.</summary>
    public static void Copy(float* from, float* to, int n)
    {
        var i = 0;
        for (; i + 8 <= n; i += 8)
        {
            Vector256.Load(from + i).Store(to + i);
        }

        for (; i < n; i++)
        {
            to[i] = from[i];
        }
    }

    public static void Add(float* target, float* source, int n)
    {
        if (Width.Bits == 512)
        {
            Add<Simd512, Vector512<float>>(target, source, n);
        }
        else if (Width.Bits == 256)
        {
            Add<Simd256, Vector256<float>>(target, source, n);
        }
        else if (Width.Bits == 128)
        {
            Add<Simd128, Vector128<float>>(target, source, n);
        }
        else
        {
            Add<SimdOne, float>(target, source, n);
        }
    }

    private static void Add<S, V>(float* target, float* source, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        nuint i = 0;
        for (; i + S.Count <= (nuint)n; i += S.Count)
        {
            S.Store(S.Add(S.Load(ref *target, i), S.Load(ref *source, i)), ref *target, i);
        }

        for (; i < (nuint)n; i++)
        {
            target[i] += source[i];
        }
    }
}
