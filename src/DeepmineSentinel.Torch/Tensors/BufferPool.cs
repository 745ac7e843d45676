using System.Numerics;

namespace TorchSharp;

/// <summary>Keeps released buffers by size class, so that a training step in steady state allocates none.</summary>
internal static class BufferPool
{
    private const long RetainedLimitBytes = 512L << 20;
    private const int SmallestBytes = 256;
    private static readonly Stack<Storage>[] Buckets = CreateBuckets();
    private static long retainedBytes;

    /// <summary>A buffer of at least the wanted bytes, not cleared, with one reference.</summary>
    public static Storage Rent(long bytes)
    {
        var (bucket, capacity) = SizeClass(bytes);
        var shelf = Buckets[bucket];
        lock (shelf)
        {
            if (shelf.TryPop(out var storage))
            {
                Interlocked.Add(ref retainedBytes, -storage.Capacity);
                storage.Reuse();
                return storage;
            }
        }

        return new Storage(capacity, bucket);
    }

    public static void Return(Storage storage)
    {
        if (Interlocked.Add(ref retainedBytes, storage.Capacity) > RetainedLimitBytes)
        {
            Interlocked.Add(ref retainedBytes, -storage.Capacity);
            return;
        }

        var shelf = Buckets[storage.Bucket];
        lock (shelf)
        {
            shelf.Push(storage);
        }
    }

    /// <summary>Four classes for each power of two: at most a quarter of a buffer is wasted.</summary>
    private static (int Bucket, int Capacity) SizeClass(long bytes)
    {
        if (bytes > int.MaxValue - 1024)
        {
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "A tensor holds at most 2 GB.");
        }

        var wanted = (uint)Math.Max(bytes, SmallestBytes);
        var power = BitOperations.Log2(wanted);
        var step = 1u << (power - 2);
        var rounded = (wanted + step - 1) / step * step;
        power = BitOperations.Log2(rounded);
        var bucket = (power << 2) | (int)((rounded >> (power - 2)) & 3);
        return (bucket, (int)Math.Min(rounded, int.MaxValue - 1024));
    }

    private static Stack<Storage>[] CreateBuckets()
    {
        var buckets = new Stack<Storage>[128];
        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] = new Stack<Storage>();
        }

        return buckets;
    }
}
