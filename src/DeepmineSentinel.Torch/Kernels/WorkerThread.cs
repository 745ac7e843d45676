namespace TorchSharp.Kernels;

/// <summary>
/// Threads that help the calling one. Between the kernels of a training step they spin, as the next comes within
/// microseconds; after that they sleep until they are woken.
/// </summary>
internal static class WorkerThread
{
    private const int SpinsBeforeSleep = 400;
    private static readonly Lock Starting = new();
    private static readonly object Gate = new();
    private static int started;
    private static int sleeping;

    public static void Start(int wanted)
    {
        if (Volatile.Read(ref started) >= wanted)
        {
            return;
        }

        lock (Starting)
        {
            for (; started < wanted; started++)
            {
                new Thread(Work) { IsBackground = true, Name = $"tensor worker {started + 1}" }.Start();
            }
        }
    }

    public static void Wake(int wanted)
    {
        if (Volatile.Read(ref sleeping) == 0)
        {
            return;
        }

        lock (Gate)
        {
            for (var i = 0; i < wanted; i++)
            {
                Monitor.Pulse(Gate);
            }
        }
    }

    private static void Work()
    {
        for (var spins = 0; ; spins++)
        {
            if (Threads.TakePart())
            {
                spins = 0;
            }
            else if (spins < SpinsBeforeSleep)
            {
                Thread.SpinWait(20);
            }
            else
            {
                Sleep();
                spins = 0;
            }
        }
    }

    private static void Sleep()
    {
        lock (Gate)
        {
            Interlocked.Increment(ref sleeping);
            while (!Threads.HasWork)
            {
                Monitor.Wait(Gate);
            }

            Interlocked.Decrement(ref sleeping);
        }
    }
}
