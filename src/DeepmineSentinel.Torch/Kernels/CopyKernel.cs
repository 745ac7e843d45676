using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Copies between layouts and element types, broadcasting the source.</summary>
internal static class CopyKernel
{
    public static void Run(Tensor source, Tensor target)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32:
                From<float>(source, target);
                break;
            case ScalarType.Float64:
                From<double>(source, target);
                break;
            case ScalarType.Int64:
                From<long>(source, target);
                break;
            case ScalarType.Int32:
                From<int>(source, target);
                break;
            default:
                From<byte>(source, target);
                break;
        }
    }

    private static void From<TOut>(Tensor source, Tensor target)
        where TOut : unmanaged, INumber<TOut>
    {
        switch (source.dtype)
        {
            case ScalarType.Float32:
                Rows<float, TOut>(source, target);
                break;
            case ScalarType.Float64:
                Rows<double, TOut>(source, target);
                break;
            case ScalarType.Int64:
                Rows<long, TOut>(source, target);
                break;
            case ScalarType.Int32:
                Rows<int, TOut>(source, target);
                break;
            default:
                Rows<byte, TOut>(source, target);
                break;
        }
    }

    private static void Rows<TIn, TOut>(Tensor source, Tensor target)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        var truth = target.dtype == ScalarType.Bool && source.dtype != ScalarType.Bool;
        var from = source.Reach<TIn>();
        var to = target.Reach<TOut>();
        var loop = new StridedLoop(target, source);
        while (loop.Next())
        {
            ref var a = ref Unsafe.Add(ref MemoryMarshal.GetReference(from), loop.Start(1));
            ref var b = ref Unsafe.Add(ref MemoryMarshal.GetReference(to), loop.Start(0));
            if (truth)
            {
                TruthRow(ref a, loop.Step(1), ref b, loop.Step(0), loop.Length);
            }
            else if (typeof(TIn) == typeof(TOut) && loop.Step(0) == 1 && loop.Step(1) == 1)
            {
                MemoryMarshal
                    .CreateReadOnlySpan(ref Unsafe.As<TIn, TOut>(ref a), loop.Length)
                    .CopyTo(MemoryMarshal.CreateSpan(ref b, loop.Length));
            }
            else
            {
                Row(ref a, loop.Step(1), ref b, loop.Step(0), loop.Length);
            }
        }
    }

    private static void Row<TIn, TOut>(ref TIn a, int stepA, ref TOut b, int stepB, int length)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        for (var i = 0; i < length; i++)
        {
            Unsafe.Add(ref b, (nint)i * stepB) = TOut.CreateTruncating(Unsafe.Add(ref a, (nint)i * stepA));
        }
    }

    private static void TruthRow<TIn, TOut>(ref TIn a, int stepA, ref TOut b, int stepB, int length)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        for (var i = 0; i < length; i++)
        {
            Unsafe.Add(ref b, (nint)i * stepB) = TIn.IsZero(Unsafe.Add(ref a, (nint)i * stepA)) ? TOut.Zero : TOut.One;
        }
    }
}
