using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Shares rows out among the calling thread and a few that wait for work. Kernels share out only what every row computes
/// by itself, so results do not depend on how many threads there are. One call at a time is shared; a second caller,
/// or a part that calls again, computes alone.
/// </summary>
internal static unsafe class Threads
{
    /// <summary>Operations below which a part is not worth waking somebody: some microseconds.</summary>
    private const long SmallestPart = 400_000;
    private const int SpinsBeforeYield = 2_000;
    private static int count = 1;
    private static int busy;
    private static int finished;
    private static ThreadPart job;
    private static ExceptionDispatchInfo? fault;

    /// <summary>A number that grows with every call, the next part to take and how many there are: 32, 16 and 16 bits.</summary>
    private static long ticket;

    public static int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, value);
    }

    public static bool HasWork => HasParts(Volatile.Read(ref ticket));

    /// <summary>How many rows a part takes at least, in whole steps, if one row takes so many operations.</summary>
    public static int Grain(long operationsOfRow, int step)
    {
        var rows = SmallestPart / Math.Max(operationsOfRow, 1) + 1;
        return (int)Math.Min((rows + step - 1) / step * step, int.MaxValue / 2);
    }

    /// <summary>Calls the body with the rows from first to last (exclusive), in parts of whole grains.</summary>
    public static void Run(delegate* <void*, int, int, void> body, void* state, int rows, int grain)
    {
        var parts = Math.Min(Count, rows / grain);
        if (parts <= 1 || Interlocked.CompareExchange(ref busy, 1, 0) != 0)
        {
            body(state, 0, rows);
            return;
        }

        var length = ((rows + parts - 1) / parts + grain - 1) / grain * grain;
        Share(new ThreadPart(body, state, rows, length), (rows + length - 1) / length);
    }

    /// <summary>Computes one part of the call in progress; false if none is left.</summary>
    public static bool TakePart()
    {
        var seen = Volatile.Read(ref ticket);
        if (!HasParts(seen))
        {
            return false;
        }

        if (Interlocked.CompareExchange(ref ticket, seen + (1 << 16), seen) == seen)
        {
            Compute((int)(seen >> 16) & 0xFFFF);
        }

        return true;
    }

    private static bool HasParts(long state) => ((state >> 16) & 0xFFFF) < (state & 0xFFFF);

    private static void Share(ThreadPart whole, int parts)
    {
        WorkerThread.Start(Count - 1);
        job = whole;
        fault = null;
        finished = 0;
        Interlocked.Exchange(ref ticket, ((ticket >> 32) + 1) << 32 | (uint)parts);
        WorkerThread.Wake(parts - 1);
        while (TakePart()) { }

        for (var spins = 0; Volatile.Read(ref finished) < parts; spins++)
        {
            if (spins < SpinsBeforeYield)
            {
                Thread.SpinWait(4);
            }
            else
            {
                Thread.Yield();
            }
        }

        var failed = fault;
        job = default;
        Volatile.Write(ref busy, 0);
        failed?.Throw();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Compute(int part)
    {
        try
        {
            job.Run(part);
        }
#pragma warning disable CA1031 // the caller's thread throws it again
        catch (Exception error)
#pragma warning restore CA1031
        {
            fault = ExceptionDispatchInfo.Capture(error);
        }

        Interlocked.Increment(ref finished);
    }
}
