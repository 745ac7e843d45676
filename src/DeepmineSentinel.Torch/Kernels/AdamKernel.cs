using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>One step of Adam over one parameter in a single pass.</summary>
internal static class AdamKernel
{
    public static void Run(AdamStep step, Span<float> parameter, Span<float> gradient, AdamMoments moments)
    {
        if (!moments.Largest.IsEmpty)
        {
            From<SimdOne, float>(step, parameter, gradient, moments, 0);
        }
        else if (Width.Bits == 512)
        {
            var done = From<Simd512, Vector512<float>>(step, parameter, gradient, moments, 0);
            From<SimdOne, float>(step, parameter, gradient, moments, done);
        }
        else if (Width.Bits == 256)
        {
            var done = From<Simd256, Vector256<float>>(step, parameter, gradient, moments, 0);
            From<SimdOne, float>(step, parameter, gradient, moments, done);
        }
        else
        {
            From<SimdOne, float>(step, parameter, gradient, moments, 0);
        }
    }

    private static nuint From<S, V>(
        AdamStep step,
        Span<float> parameter,
        Span<float> gradient,
        AdamMoments moments,
        nuint start
    )
        where S : struct, ISimd<V>
        where V : struct
    {
        ref var p = ref MemoryMarshal.GetReference(parameter);
        ref var g = ref MemoryMarshal.GetReference(gradient);
        ref var m = ref MemoryMarshal.GetReference(moments.Mean);
        ref var v = ref MemoryMarshal.GetReference(moments.Square);
        var i = start;
        for (; i + S.Count <= (nuint)parameter.Length; i += S.Count)
        {
            var value = S.Mul(S.Load(ref p, i), S.Set(step.Shrink));
            var slope = S.Mul(S.Load(ref g, i), S.Set(step.Sign));
            slope = S.Fma(value, S.Set(step.Decay), slope);
            var mean = S.Fma(slope, S.Set(step.Fresh1), S.Mul(S.Load(ref m, i), S.Set(step.Beta1)));
            var square = S.Mul(S.Load(ref v, i), S.Set(step.Beta2));
            square = S.Fma(S.Mul(slope, slope), S.Set(step.Fresh2), square);
            S.Store(mean, ref m, i);
            S.Store(square, ref v, i);
            if (!moments.Largest.IsEmpty)
            {
                ref var largest = ref MemoryMarshal.GetReference(moments.Largest);
                square = S.MaxOrSecond(S.Load(ref largest, i), square);
                S.Store(square, ref largest, i);
            }

            var divisor = S.Add(S.Div(S.Sqrt(square), S.Set(step.RootCorrection)), S.Set(step.Eps));
            S.Store(S.Fma(S.Div(mean, divisor), S.Set(step.Size), value), ref p, i);
        }

        return i;
    }
}
