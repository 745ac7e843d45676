using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// A number where a random one falls below a limit, else zero. Every random number depends on its place alone, so that
/// registers and threads take as many at a time as they like.
/// </summary>
internal readonly unsafe struct BernoulliKernel
{
    public const ulong Increment = 0x9E3779B97F4A7C15;
    private const int OperationsOfElement = 12;
    private const ulong Factor1 = 0xBF58476D1CE4E5B9;
    private const ulong Factor2 = 0x94D049BB133111EB;
    private readonly ulong first;
    private readonly long limit;
    private readonly float value;
    private readonly float* to;

    private BernoulliKernel(ulong first, long limit, float value, float* to)
    {
        this.first = first;
        this.limit = limit;
        this.value = value;
        this.to = to;
    }

    /// <summary>The random bits of a place, as an even mixture (SplitMix64).</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * Factor1;
        z = (z ^ (z >> 27)) * Factor2;
        return z ^ (z >> 31);
    }

    /// <summary>Fills from the place of the first number on; the limit is on 53 bits.</summary>
    public static void Run(ulong first, long limit, float value, Span<float> target)
    {
        fixed (float* to = target)
        {
            var job = new BernoulliKernel(first, limit, value, to);
            Threads.Run(&Part, &job, target.Length, Threads.Grain(OperationsOfElement, 16));
        }
    }

    private static void Part(void* state, int from, int end)
    {
        var job = *(BernoulliKernel*)state;
        var i = Vector256.IsHardwareAccelerated ? job.Eights(from, end) : from;
        for (; i < end; i++)
        {
            var drawn = (long)(Mix(job.first + (ulong)i * Increment) >> 11);
            job.to[i] = drawn < job.limit ? job.value : 0;
        }
    }

    private int Eights(int i, int end)
    {
        var steps = Vector256.Create(0UL, Increment, unchecked(2 * Increment), unchecked(3 * Increment));
        var kept = Vector256.Create(value);
        for (; i + 8 <= end; i += 8)
        {
            var z = Vector256.Create(first + (ulong)i * Increment) + steps;
            var below = Vector256.Narrow(Below(z), Below(z + Vector256.Create(unchecked(4 * Increment))));
            (below.AsSingle() & kept).Store(to + i);
        }

        return i;
    }

    /// <summary>All bits of a lane where its number is below the limit.</summary>
    private Vector256<long> Below(Vector256<ulong> z)
    {
        z = (z ^ (z >>> 30)) * Vector256.Create(Factor1);
        z = (z ^ (z >>> 27)) * Vector256.Create(Factor2);
        return Vector256.LessThan(((z ^ (z >>> 31)) >>> 11).AsInt64(), Vector256.Create(limit));
    }
}
