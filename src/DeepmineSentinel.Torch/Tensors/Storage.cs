using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    public bool IsShared => Volatile.Read(ref references) > 1;

    public void Reuse()
    {
        references = 1;
        Version = 0;
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
