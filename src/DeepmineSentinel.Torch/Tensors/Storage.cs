using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>
/// A counted buffer shared by a tensor, its views and what the tape saved of it. Pinned and 64-byte aligned; forgotten
/// buffers are the garbage collector's, released ones go back to the pool.
/// </summary>
internal sealed class Storage
{
    private const int Alignment = 64;
    private readonly byte[] array;
    private readonly int start;
    private int references = 1;
    private PackedWeights[] packed = [];

    public unsafe Storage(int capacity, int bucket)
    {
        array = GC.AllocateUninitializedArray<byte>(capacity + Alignment, pinned: true);
        var address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        start = (int)(-address & (Alignment - 1));
        Capacity = capacity;
        Bucket = bucket;
    }

    public int Capacity { get; }

    public int Bucket { get; }

    /// <summary>Grows with every write in place, so that the tape notices a saved value that changed.</summary>
    public int Version { get; set; }

    /// <summary>Grows whenever the buffer was handed out to be written without a record.</summary>
    public int Exposures { get; set; }

    /// <summary>Whether a parameter lives here.</summary>
    public bool HoldsParameter { get; set; }

    /// <summary>Packed forms of the parameter; replaced whole, never changed.</summary>
    public PackedWeights[] Packed
    {
        get => Volatile.Read(ref packed);
        set => Volatile.Write(ref packed, value);
    }

    public bool IsShared => Volatile.Read(ref references) > 1;

    public void Reuse()
    {
        references = 1;
        Version = 0;
        HoldsParameter = false;
    }

    public Storage Retain()
    {
        Interlocked.Increment(ref references);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref references) == 0)
        {
            Packed = [];
            BufferPool.Return(this);
        }
    }

    public Span<T> Elements<T>(long offset, long count)
        where T : unmanaged
    {
        var bytes = array.AsSpan(
            start + checked((int)(offset * Unsafe.SizeOf<T>())),
            checked((int)(count * Unsafe.SizeOf<T>()))
        );
        return MemoryMarshal.Cast<byte, T>(bytes);
    }
}
