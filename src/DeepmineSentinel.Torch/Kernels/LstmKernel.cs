using System.Runtime.CompilerServices;
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
            Forward<SimdOne, float>(gates, cellBefore, row, n);
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

    /// <summary>One function at a time: all at once need more registers than there are.</summary>
    private static void Forward<S, V>(float* gates, float* cellBefore, LstmRow row, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        Sigmoids<S, V>(gates, 2 * n);
        Tanhs<S, V>(gates + 2 * n, gates + 2 * n, n);
        Sigmoids<S, V>(gates + 3 * n, n);
        Cells<SimdOne, float>(gates, cellBefore, row, n, Cells<S, V>(gates, cellBefore, row, n, 0));
        Tanhs<S, V>(row.Cell, row.TanhCell, n);
        States<SimdOne, float>(gates, row, n, States<S, V>(gates, row, n, 0));
    }

    private static void Backward<S, V>(float* gates, float* slopes, float* cellBefore, LstmRow row, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = BackwardFrom<S, V>(gates, slopes, cellBefore, row, n, 0);
        BackwardFrom<SimdOne, float>(gates, slopes, cellBefore, row, n, done);
    }

    /// <summary>Four registers at a time, in a method of its own: joined with the others it is too long for the JIT to inline.</summary>
    private static void Sigmoids<S, V>(float* values, int count)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = SigmoidsFrom<Simd4<S, V>, Four<V>>(values, count, 0);
        SigmoidsFrom<SimdOne, float>(values, count, SigmoidsFrom<S, V>(values, count, done));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static nuint SigmoidsFrom<S, V>(float* values, int count, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var j = start;
        for (; j + S.Count <= (nuint)count; j += S.Count)
        {
            S.Store(VectorMath.Sigmoid<S, V>(S.Load(ref *values, j)), ref *values, j);
        }

        return j;
    }

    private static void Tanhs<S, V>(float* from, float* to, int count)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = TanhsFrom<Simd4<S, V>, Four<V>>(from, to, count, 0);
        TanhsFrom<SimdOne, float>(from, to, count, TanhsFrom<S, V>(from, to, count, done));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static nuint TanhsFrom<S, V>(float* from, float* to, int count, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var j = start;
        for (; j + S.Count <= (nuint)count; j += S.Count)
        {
            S.Store(VectorMath.Tanh<S, V>(S.Load(ref *from, j)), ref *to, j);
        }

        return j;
    }

    private static nuint Cells<S, V>(float* gates, float* cellBefore, LstmRow row, int n, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var j = start;
        for (; j + S.Count <= (nuint)n; j += S.Count)
        {
            var added = S.Mul(S.Load(ref *gates, j), S.Load(ref gates[2 * n], j));
            var cell = S.Fma(S.Load(ref gates[n], j), S.Load(ref *cellBefore, j), added);
            S.Store(cell, ref *row.Cell, j);
        }

        return j;
    }

    private static nuint States<S, V>(float* gates, LstmRow row, int n, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var j = start;
        for (; j + S.Count <= (nuint)n; j += S.Count)
        {
            S.Store(S.Mul(S.Load(ref gates[3 * n], j), S.Load(ref *row.TanhCell, j)), ref *row.State, j);
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
