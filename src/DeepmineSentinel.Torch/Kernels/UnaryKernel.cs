using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Elementwise functions of one float tensor.</summary>
internal static class UnaryKernel
{
    public static void Run<TOp>(Tensor a, Tensor target)
        where TOp : struct, IUnaryOp
    {
        if (target.dtype == ScalarType.Float64)
        {
            Doubles<Wrapped<TOp>>(a, target);
            return;
        }

        var from = a.Reach<float>();
        var to = target.Reach<float>();
        var loop = new StridedLoop(target, a);
        while (loop.Next())
        {
            ref var x = ref Unsafe.Add(ref MemoryMarshal.GetReference(from), loop.Start(1));
            ref var o = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), loop.Start(0));
            if (loop.Step(0) == 1 && loop.Step(1) == 1)
            {
                Shared<TOp>(ref x, ref o, loop.Length);
            }
            else
            {
                Stepped<TOp>(ref x, loop.Step(1), ref o, loop.Step(0), loop.Length);
            }
        }
    }

    /// <summary>A function without a vector form.</summary>
    public static void RunScalar<TOp>(Tensor a, Tensor target)
        where TOp : struct, IScalarOp
    {
        if (target.dtype == ScalarType.Float64)
        {
            Doubles<TOp>(a, target);
            return;
        }

        var from = a.Reach<float>();
        var to = target.Reach<float>();
        var loop = new StridedLoop(target, a);
        while (loop.Next())
        {
            for (var i = 0; i < loop.Length; i++)
            {
                to[loop.Start(0) + i * loop.Step(0)] = (float)TOp.One(from[loop.Start(1) + i * loop.Step(1)]);
            }
        }
    }

    /// <summary>A long row of pinned floats is shared out.</summary>
    private static unsafe void Shared<TOp>(ref float a, ref float o, int n)
        where TOp : struct, IUnaryOp
    {
        var row = new ElementRow { A = (float*)Unsafe.AsPointer(ref a), Result = (float*)Unsafe.AsPointer(ref o) };
        Threads.Run(&Part<TOp>, &row, n, ElementRow.Grain);
    }

    private static unsafe void Part<TOp>(void* state, int from, int to)
        where TOp : struct, IUnaryOp
    {
        var row = (ElementRow*)state;
        Widest<TOp>(ref row->A[from], ref row->Result[from], to - from);
    }

    public static void Widest<TOp>(ref float a, ref float o, int n)
        where TOp : struct, IUnaryOp
    {
        if (Width.Bits == 512)
        {
            Packed<Simd512, Vector512<float>, TOp>(ref a, ref o, n);
        }
        else if (Width.Bits == 256)
        {
            Packed<Simd256, Vector256<float>, TOp>(ref a, ref o, n);
        }
        else if (Width.Bits == 128)
        {
            Packed<Simd128, Vector128<float>, TOp>(ref a, ref o, n);
        }
        else
        {
            Packed<SimdOne, float, TOp>(ref a, ref o, n);
        }
    }

    private static void Packed<S, V, TOp>(ref float a, ref float o, int n)
        where S : struct, ISimd<V>
        where V : struct
        where TOp : struct, IUnaryOp
    {
        nuint i = 0;
        var end = (nuint)n;
        for (; i + S.Count <= end; i += S.Count)
        {
            S.Store(TOp.Lanes<S, V>(S.Load(ref a, i)), ref o, i);
        }

        for (; i < end; i++)
        {
            Unsafe.Add(ref o, i) = TOp.Lanes<SimdOne, float>(Unsafe.Add(ref a, i));
        }
    }

    private static void Stepped<TOp>(ref float a, int stepA, ref float o, int stepO, int n)
        where TOp : struct, IUnaryOp
    {
        for (nint i = 0; i < n; i++)
        {
            Unsafe.Add(ref o, i * stepO) = TOp.Lanes<SimdOne, float>(Unsafe.Add(ref a, i * stepA));
        }
    }

    private static void Doubles<TOp>(Tensor a, Tensor target)
        where TOp : struct, IScalarOp
    {
        var from = a.Reach<double>();
        var to = target.Reach<double>();
        var loop = new StridedLoop(target, a);
        while (loop.Next())
        {
            for (var i = 0; i < loop.Length; i++)
            {
                to[loop.Start(0) + i * loop.Step(0)] = TOp.One(from[loop.Start(1) + i * loop.Step(1)]);
            }
        }
    }

    private readonly struct Wrapped<TOp> : IScalarOp
        where TOp : struct, IUnaryOp
    {
        public static double One(double x) => TOp.One(x);
    }
}
