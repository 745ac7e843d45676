using Workers = TorchSharp.Kernels.Threads;

namespace DeepmineSentinel.Torch.Tests.Threads;

[Collection(Alone.Name)]
public sealed unsafe class SharingTests
{
    private static readonly int[] Visits = new int[1000];
    private static Barrier? meeting;

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Parts_run_at_the_same_time_on_as_many_threads(int threads)
    {
        using var count = new ThreadCount(threads);
        using var barrier = new Barrier(threads);
        meeting = barrier;
        for (var call = 0; call < 50; call++)
        {
            Workers.Run(&Meet, null, threads, 1);
        }

        Assert.Equal(50, barrier.CurrentPhaseNumber);
    }

    [Fact]
    public void Every_row_is_computed_once_whatever_the_grain()
    {
        using var count = new ThreadCount(4);
        for (var rows = 0; rows < 100; rows++)
        {
            Array.Clear(Visits);
            for (var grain = 1; grain < 20; grain++)
            {
                Workers.Run(&Visit, null, rows, grain);
            }

            Assert.All(Visits[..rows], visits => Assert.Equal(19, visits));
            Assert.All(Visits[rows..], visits => Assert.Equal(0, visits));
        }
    }

    [Fact]
    public void A_failing_part_fails_the_call_and_the_next_call_works()
    {
        using var count = new ThreadCount(2);
        Assert.Throws<InvalidOperationException>(() => Workers.Run(&Fail, null, 2, 1));
        Array.Clear(Visits);
        Workers.Run(&Visit, null, 2, 1);
        Assert.Equal([1, 1, 0], Visits[..3]);
    }

    [Fact]
    public void A_call_from_within_a_part_computes_alone()
    {
        using var count = new ThreadCount(2);
        Array.Clear(Visits);
        Workers.Run(&Nest, null, 2, 1);
        Assert.All(Visits[..10], visits => Assert.Equal(2, visits));
    }

    [Fact]
    public void Sharing_allocates_nothing()
    {
        using var count = new ThreadCount(2);
        Workers.Run(&Visit, null, 100, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1000; call++)
        {
            Workers.Run(&Visit, null, 100, 1);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Meet(void* state, int from, int to)
    {
        if (!meeting!.SignalAndWait(TimeSpan.FromMinutes(1)))
        {
            throw new TimeoutException("The other parts did not come.");
        }
    }

    private static void Visit(void* state, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            Interlocked.Increment(ref Visits[row]);
        }
    }

    private static void Nest(void* state, int from, int to) => Workers.Run(&Visit, null, 10, 1);

    private static void Fail(void* state, int from, int to)
    {
        if (from > 0)
        {
            throw new InvalidOperationException("This part fails.");
        }
    }
}
