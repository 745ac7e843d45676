using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The gates of one step of an LSTM, over one row: input, forget, cell and output gate behind each other.</summary>
internal static unsafe class LstmKernel
{
    /// <summary>Turns a row of gate sums into activations in place and writes the cell, its tanh and the state.</summary>
    public static void Forward(float* gates, float* cellBefore, LstmRow row, int n)
    {
        if (Width.Bits == 512)
        {
            Forward<Simd512, Vector512<float>>(gates, cellBefore, row, n);
        }
        else if (Width.Bits == 256)
        {
            Forward<Simd256, Vector256<float>>(gates, cellBefore, row, n);
        }
        else if (Width.Bits == 128)
        {
            Forward<Simd128, Vector128<float>>(gates, cellBefore, row, n);
        }
        else
        {
            ForwardFrom<SimdOne, float>(gates, cellBefore, row, n, 0);
        }
    }

    /// <summary>
    /// Turns the gradient of a row's state and of its cell (which becomes that of the cell before) into that of the gate sums.
    /// </summary>
    public static void Backward(float* gates, float* slopes, float* cellBefore, LstmRow row, int n)
    {
        if (Width.Bits == 512)
        {
            Backward<Simd512, Vector512<float>>(gates, slopes, cellBefore, row, n);
        }
        else if (Width.Bits == 256)
        {
            Backward<Simd256, Vector256<float>>(gates, slopes, cellBefore, row, n);
        }
        else if (Width.Bits == 128)
        {
            Backward<Simd128, Vector128<float>>(gates, slopes, cellBefore, row, n);
        }
        else
        {
            BackwardFrom<SimdOne, float>(gates, slopes, cellBefore, row, n, 0);
        }
    }

    private static void Forward<S, V>(float* gates, float* cellBefore, LstmRow row, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = ForwardFrom<S, V>(gates, cellBefore, row, n, 0);
        ForwardFrom<SimdOne, float>(gates, cellBefore, row, n, done);
    }

    private static void Backward<S, V>(float* gates, float* slopes, float* cellBefore, LstmRow row, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = BackwardFrom<S, V>(gates, slopes, cellBefore, row, n, 0);
        BackwardFrom<SimdOne, float>(gates, slopes, cellBefore, row, n, done);
    }

    private static nuint ForwardFrom<S, V>(float* gates, float* cellBefore, LstmRow row, int n, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var j = start;
        for (; j + S.Count <= (nuint)n; j += S.Count)
        {
            var i = VectorMath.Sigmoid<S, V>(S.Load(ref *gates, j));
            var f = VectorMath.Sigmoid<S, V>(S.Load(ref gates[n], j));
            var g = VectorMath.Tanh<S, V>(S.Load(ref gates[2 * n], j));
            var o = VectorMath.Sigmoid<S, V>(S.Load(ref gates[3 * n], j));
            var cell = S.Fma(f, S.Load(ref *cellBefore, j), S.Mul(i, g));
            var tanh = VectorMath.Tanh<S, V>(cell);
            S.Store(i, ref *gates, j);
            S.Store(f, ref gates[n], j);
            S.Store(g, ref gates[2 * n], j);
            S.Store(o, ref gates[3 * n], j);
            S.Store(cell, ref *row.Cell, j);
            S.Store(tanh, ref *row.TanhCell, j);
            S.Store(S.Mul(o, tanh), ref *row.State, j);
        }

        return j;
    }

    private static nuint BackwardFrom<S, V>(
        float* gates,
        float* slopes,
        float* cellBefore,
        LstmRow row,
        int n,
        nuint start
    )
        where S : struct, ISimd<V>
        where V : struct
    {
        var one = S.Set(1);
        var j = start;
        for (; j + S.Count <= (nuint)n; j += S.Count)
        {
            var (i, f) = (S.Load(ref *gates, j), S.Load(ref gates[n], j));
            var (g, o) = (S.Load(ref gates[2 * n], j), S.Load(ref gates[3 * n], j));
            var tanh = S.Load(ref *row.TanhCell, j);
            var ofState = S.Load(ref *row.State, j);
            var throughTanh = S.Mul(S.Mul(ofState, o), S.Sub(one, S.Mul(tanh, tanh)));
            var ofCell = S.Add(S.Load(ref *row.Cell, j), throughTanh);
            S.Store(S.Mul(S.Mul(ofCell, g), S.Mul(i, S.Sub(one, i))), ref *slopes, j);
            var before = S.Load(ref *cellBefore, j);
            S.Store(S.Mul(S.Mul(ofCell, before), S.Mul(f, S.Sub(one, f))), ref slopes[n], j);
            S.Store(S.Mul(S.Mul(ofCell, i), S.Sub(one, S.Mul(g, g))), ref slopes[2 * n], j);
            S.Store(S.Mul(S.Mul(ofState, tanh), S.Mul(o, S.Sub(one, o))), ref slopes[3 * n], j);
            S.Store(S.Mul(ofCell, f), ref *row.Cell, j);
        }

        return j;
    }
}
