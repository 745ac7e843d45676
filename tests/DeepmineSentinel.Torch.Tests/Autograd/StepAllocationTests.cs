using DeepmineSentinel.Benchmarks.Engine;
using DeepmineSentinel.Torch.Tests.Threads;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

/// <summary>What a training step leaves on the managed heap; the batch makes no difference to that.</summary>
[Collection(Alone.Name)]
public sealed class StepAllocationTests
{
    [Fact]
    public void A_step_of_the_small_network_allocates_under_16_KB() =>
        Assert.InRange(BytesOfStep(SmallStep()), 1, 16 * 1024);

    [Fact]
    public void A_step_of_the_enhanced_network_allocates_under_64_KB() =>
        Assert.InRange(BytesOfStep(EnhancedStep()), 1, 64 * 1024);

    [Fact]
    public void Memory_stays_flat_over_thousands_of_steps()
    {
        var (layer, head) = (nn.LSTM(3, 4), nn.Linear(4, 2));
        var optimiser = optim.Adam([.. layer.parameters(), .. head.parameters()]);
        var (readings, label) = (randn([4, 5, 3]), zeros(5, ScalarType.Int64));
        void Step()
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var states = layer.call(readings).Item1;
            nn.functional.cross_entropy(head.call(states.select(0, -1)), label).backward();
            optimiser.step();
        }

        Repeat(500, Step);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Repeat(5000, Step);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 128 * 1024);
    }

    private static double BytesOfStep(Action step)
    {
        Repeat(20, step);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(20, step);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 20.0;
    }

    private static void Repeat(int times, Action step)
    {
        for (var i = 0; i < times; i++)
        {
            step();
        }
    }

    private static Action SmallStep()
    {
        var network = new SmallNetwork();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings, label) = (randn(4, 12), randn([4, 24, 8]), zeros(4, ScalarType.Int64));
        return () =>
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            nn.functional.cross_entropy(network.call(rows, readings), label).backward();
            optimiser.step();
        };
    }

    private static Action EnhancedStep()
    {
        var network = new EnhancedNetwork();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings) = (randn(4, 30), randn([4, 30, 10]));
        var (label, failed) = (zeros(4, ScalarType.Int64), zeros(4, 5));
        return () =>
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            var (condition, hazard) = network.call(rows, readings);
            var loss = 1.2 * nn.functional.cross_entropy(condition, label);
            (loss + nn.functional.binary_cross_entropy_with_logits(hazard, failed)).backward();
            nn.utils.clip_grad_norm_(network.parameters(), 1);
            optimiser.step();
        };
    }
}
