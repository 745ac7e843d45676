using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Elementwise operations on two tensors of one element type, broadcast to the target.</summary>
internal static class BinaryKernel
{
    public static void Run<TOp>(Tensor a, Tensor b, Tensor target)
        where TOp : struct, IBinaryOp
    {
        switch (target.dtype)
        {
            case ScalarType.Float32:
                Floats<TOp>(a, b, target);
                break;
            case ScalarType.Float64:
                Rows<double, TOp>(a, b, target);
                break;
            case ScalarType.Int64:
                Rows<long, TOp>(a, b, target);
                break;
            case ScalarType.Int32:
                Rows<int, TOp>(a, b, target);
                break;
            default:
                Rows<byte, TOp>(a, b, target);
                break;
        }
    }

    private static void Floats<TOp>(Tensor a, Tensor b, Tensor target)
        where TOp : struct, IBinaryOp
    {
        var left = a.Reach<float>();
        var right = b.Reach<float>();
        var to = target.Reach<float>();
        var loop = new StridedLoop(target, a, b);
        while (loop.Next())
        {
            ref var x = ref Unsafe.Add(ref MemoryMarshal.GetReference(left), loop.Start(1));
            ref var y = ref Unsafe.Add(ref MemoryMarshal.GetReference(right), loop.Start(2));
            ref var o = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), loop.Start(0));
            var n = loop.Length;
            if (loop.Step(0) == 1 && loop.Step(1) is 0 or 1 && loop.Step(2) is 0 or 1)
            {
                Shared<TOp>(ref x, loop.Step(1), ref y, loop.Step(2), ref o, n);
            }
            else
            {
                Row<float, TOp>(ref x, loop.Step(1), ref y, loop.Step(2), ref o, loop.Step(0), n);
            }
        }
    }

    /// <summary>A long row of pinned floats is shared out.</summary>
    private static unsafe void Shared<TOp>(ref float a, int stepA, ref float b, int stepB, ref float o, int n)
        where TOp : struct, IBinaryOp
    {
        var row = new ElementRow
        {
            A = (float*)Unsafe.AsPointer(ref a),
            StepA = stepA,
            B = (float*)Unsafe.AsPointer(ref b),
            StepB = stepB,
            Result = (float*)Unsafe.AsPointer(ref o),
        };
        Threads.Run(&Part<TOp>, &row, n, ElementRow.Grain);
    }

    private static unsafe void Part<TOp>(void* state, int from, int to)
        where TOp : struct, IBinaryOp
    {
        var row = (ElementRow*)state;
        ref var a = ref row->A[(nint)from * row->StepA];
        ref var b = ref row->B[(nint)from * row->StepB];
        Widest<TOp>(ref a, row->StepA, ref b, row->StepB, ref row->Result[from], to - from);
    }

    /// <summary>A row of floats; steps of a and b are 0 or 1.</summary>
    public static void Widest<TOp>(ref float a, int stepA, ref float b, int stepB, ref float o, int n)
        where TOp : struct, IBinaryOp
    {
        if (Width.Bits == 512)
        {
            Packed<Simd512, Vector512<float>, TOp>(ref a, stepA, ref b, stepB, ref o, n);
        }
        else if (Width.Bits == 256)
        {
            Packed<Simd256, Vector256<float>, TOp>(ref a, stepA, ref b, stepB, ref o, n);
        }
        else if (Width.Bits == 128)
        {
            Packed<Simd128, Vector128<float>, TOp>(ref a, stepA, ref b, stepB, ref o, n);
        }
        else
        {
            Packed<SimdOne, float, TOp>(ref a, stepA, ref b, stepB, ref o, n);
        }
    }

    private static void Packed<S, V, TOp>(ref float a, int stepA, ref float b, int stepB, ref float o, int n)
        where S : struct, ISimd<V>
        where V : struct
        where TOp : struct, IBinaryOp
    {
        nuint i = 0;
        var end = (nuint)n;
        if (stepA == 1 && stepB == 1)
        {
            for (; i + S.Count <= end; i += S.Count)
            {
                S.Store(TOp.Lanes<S, V>(S.Load(ref a, i), S.Load(ref b, i)), ref o, i);
            }
        }
        else if (stepA == 1)
        {
            var right = S.Set(b);
            for (; i + S.Count <= end; i += S.Count)
            {
                S.Store(TOp.Lanes<S, V>(S.Load(ref a, i), right), ref o, i);
            }
        }
        else if (stepB == 1)
        {
            var left = S.Set(a);
            for (; i + S.Count <= end; i += S.Count)
            {
                S.Store(TOp.Lanes<S, V>(left, S.Load(ref b, i)), ref o, i);
            }
        }

        for (; i < end; i++)
        {
            var x = Unsafe.Add(ref a, i * (nuint)stepA);
            Unsafe.Add(ref o, i) = TOp.Lanes<SimdOne, float>(x, Unsafe.Add(ref b, i * (nuint)stepB));
        }
    }

    private static void Rows<T, TOp>(Tensor a, Tensor b, Tensor target)
        where T : unmanaged, INumber<T>
        where TOp : struct, IBinaryOp
    {
        var left = a.Reach<T>();
        var right = b.Reach<T>();
        var to = target.Reach<T>();
        var loop = new StridedLoop(target, a, b);
        while (loop.Next())
        {
            ref var x = ref Unsafe.Add(ref MemoryMarshal.GetReference(left), loop.Start(1));
            ref var y = ref Unsafe.Add(ref MemoryMarshal.GetReference(right), loop.Start(2));
            ref var o = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), loop.Start(0));
            Row<T, TOp>(ref x, loop.Step(1), ref y, loop.Step(2), ref o, loop.Step(0), loop.Length);
        }
    }

    private static void Row<T, TOp>(ref T a, int stepA, ref T b, int stepB, ref T o, int stepO, int n)
        where T : unmanaged, INumber<T>
        where TOp : struct, IBinaryOp
    {
        for (nint i = 0; i < n; i++)
        {
            var value = TOp.One(Unsafe.Add(ref a, i * stepA), Unsafe.Add(ref b, i * stepB));
            Unsafe.Add(ref o, i * stepO) = value;
        }
    }
}
