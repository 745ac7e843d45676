using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Room of the running thread for what a kernel needs only while it runs.</summary>
internal static unsafe class Scratch
{
    [ThreadStatic]
    private static float[]? buffer;

    /// <summary>Floats, not cleared, that this thread's next call hands out again.</summary>
    public static float* Floats(int length)
    {
        if (buffer is null || buffer.Length < length)
        {
            buffer = GC.AllocateUninitializedArray<float>((int)BitOperations.RoundUpToPowerOf2((uint)length), true);
        }

        return (float*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0);
    }
}
