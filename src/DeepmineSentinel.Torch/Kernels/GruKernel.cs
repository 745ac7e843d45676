using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The gates of one step of a GRU, over one row: reset, update and candidate behind each other.</summary>
internal static unsafe class GruKernel
{
    /// <summary>Turns a row of the inputs' sums into activations in place and writes the state.</summary>
    public static void Forward(GruRow row, float* state, int n)
    {
        if (Width.Bits == 512)
        {
            Forward<Simd512, Vector512<float>>(row, state, n);
        }
        else if (Width.Bits == 256)
        {
            Forward<Simd256, Vector256<float>>(row, state, n);
        }
        else
        {
            ForwardFrom<SimdOne, float>(row, state, n, 0);
        }
    }

    /// <summary>
    /// Turns the gradient of a row's state into the part of that of the state before which does not go through the recurrent
    /// weights, and writes the gradients of the inputs' and of the recurrent sums.
    /// </summary>
    public static void Backward(GruRow row, GruRow slopes, int n)
    {
        if (Width.Bits == 512)
        {
            Backward<Simd512, Vector512<float>>(row, slopes, n);
        }
        else if (Width.Bits == 256)
        {
            Backward<Simd256, Vector256<float>>(row, slopes, n);
        }
        else
        {
            BackwardFrom<SimdOne, float>(row, slopes, n, 0);
        }
    }

    private static void Forward<S, V>(GruRow row, float* state, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = ForwardFrom<S, V>(row, state, n, 0);
        ForwardFrom<SimdOne, float>(row, state, n, done);
    }

    private static void Backward<S, V>(GruRow row, GruRow slopes, int n)
        where S : struct, ISimd<V>
        where V : struct
    {
        var done = BackwardFrom<S, V>(row, slopes, n, 0);
        BackwardFrom<SimdOne, float>(row, slopes, n, done);
    }

    private static nuint ForwardFrom<S, V>(GruRow row, float* state, int n, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var gates = row.Gates;
        var recurrent = row.Recurrent;
        var j = start;
        for (; j + S.Count <= (nuint)n; j += S.Count)
        {
            var r = VectorMath.Sigmoid<S, V>(S.Add(S.Load(ref *gates, j), S.Load(ref *recurrent, j)));
            var z = VectorMath.Sigmoid<S, V>(S.Add(S.Load(ref gates[n], j), S.Load(ref recurrent[n], j)));
            var sum = S.Fma(r, S.Load(ref recurrent[2 * n], j), S.Load(ref gates[2 * n], j));
            var candidate = VectorMath.Tanh<S, V>(sum);
            S.Store(r, ref *gates, j);
            S.Store(z, ref gates[n], j);
            S.Store(candidate, ref gates[2 * n], j);
            S.Store(S.Fma(z, S.Sub(S.Load(ref *row.Before, j), candidate), candidate), ref *state, j);
        }

        return j;
    }

    /// <summary>The slopes' Before is the gradient of the state.</summary>
    private static nuint BackwardFrom<S, V>(GruRow row, GruRow slopes, int n, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var one = S.Set(1);
        var j = start;
        for (; j + S.Count <= (nuint)n; j += S.Count)
        {
            var (r, z) = (S.Load(ref *row.Gates, j), S.Load(ref row.Gates[n], j));
            var candidate = S.Load(ref row.Gates[2 * n], j);
            var ofState = S.Load(ref *slopes.Before, j);
            var ofSum = S.Mul(S.Mul(ofState, S.Sub(one, z)), S.Sub(one, S.Mul(candidate, candidate)));
            var difference = S.Sub(S.Load(ref *row.Before, j), candidate);
            var ofUpdate = S.Mul(S.Mul(ofState, difference), S.Mul(z, S.Sub(one, z)));
            var ofReset = S.Mul(S.Mul(ofSum, S.Load(ref row.Recurrent[2 * n], j)), S.Mul(r, S.Sub(one, r)));
            S.Store(ofReset, ref *slopes.Gates, j);
            S.Store(ofUpdate, ref slopes.Gates[n], j);
            S.Store(ofSum, ref slopes.Gates[2 * n], j);
            S.Store(ofReset, ref *slopes.Recurrent, j);
            S.Store(ofUpdate, ref slopes.Recurrent[n], j);
            S.Store(S.Mul(ofSum, r), ref slopes.Recurrent[2 * n], j);
            S.Store(S.Mul(ofState, z), ref *slopes.Before, j);
        }

        return j;
    }
}
