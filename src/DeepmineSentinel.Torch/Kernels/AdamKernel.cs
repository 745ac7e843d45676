using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>One step of Adam over one parameter in a single pass; large parameters are shared out.</summary>
internal readonly unsafe struct AdamKernel
{
    private const int OperationsOfElement = 12;
    private readonly AdamStep step;
    private readonly float* parameter;
    private readonly float* gradient;
    private readonly AdamMoments moments;

    private AdamKernel(AdamStep step, float* parameter, float* gradient, AdamMoments moments)
    {
        this.step = step;
        this.parameter = parameter;
        this.gradient = gradient;
        this.moments = moments;
    }

    public static void Run(AdamStep step, float* parameter, float* gradient, AdamMoments moments, int count)
    {
        var job = new AdamKernel(step, parameter, gradient, moments);
        Threads.Run(&Part, &job, count, Threads.Grain(OperationsOfElement, 16));
    }

    private static void Part(void* state, int from, int to)
    {
        var job = *(AdamKernel*)state;
        if (job.moments.Largest != null)
        {
            job.From<SimdOne, float>((nuint)from, (nuint)to);
        }
        else if (Width.Bits == 512)
        {
            job.From<SimdOne, float>(job.From<Simd512, Vector512<float>>((nuint)from, (nuint)to), (nuint)to);
        }
        else if (Width.Bits == 256)
        {
            job.From<SimdOne, float>(job.From<Simd256, Vector256<float>>((nuint)from, (nuint)to), (nuint)to);
        }
        else if (Width.Bits == 128)
        {
            job.From<SimdOne, float>(job.From<Simd128, Vector128<float>>((nuint)from, (nuint)to), (nuint)to);
        }
        else
        {
            job.From<SimdOne, float>((nuint)from, (nuint)to);
        }
    }

    /// <summary>Goes on in whole registers as far as they fit; returns where it stopped.</summary>
    private nuint From<S, V>(nuint i, nuint end)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (; i + S.Count <= end; i += S.Count)
        {
            var value = S.Mul(S.Load(ref *parameter, i), S.Set(step.Shrink));
            var slope = S.Mul(S.Load(ref *gradient, i), S.Set(step.Sign));
            slope = S.Fma(value, S.Set(step.Decay), slope);
            var mean = S.Fma(slope, S.Set(step.Fresh1), S.Mul(S.Load(ref *moments.Mean, i), S.Set(step.Beta1)));
            var square = S.Mul(S.Load(ref *moments.Square, i), S.Set(step.Beta2));
            square = S.Fma(S.Mul(slope, slope), S.Set(step.Fresh2), square);
            S.Store(mean, ref *moments.Mean, i);
            S.Store(square, ref *moments.Square, i);
            if (moments.Largest != null)
            {
                square = S.MaxOrSecond(S.Load(ref *moments.Largest, i), square);
                S.Store(square, ref *moments.Largest, i);
            }

            var divisor = S.Add(S.Div(S.Sqrt(square), S.Set(step.RootCorrection)), S.Set(step.Eps));
            S.Store(S.Fma(S.Div(mean, divisor), S.Set(step.Size), value), ref *parameter, i);
        }

        return i;
    }
}
