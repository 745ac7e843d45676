using DeepmineSentinel.Benchmarks.Engine;
using DeepmineSentinel.Torch.Tests.Threads;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

/// <summary>
/// Training keeps memory flat: 400 steps here, 10,000 with SENTINEL_LONG_TESTS=1. What counts is the managed heap after a
/// collection, which holds every buffer, pooled or not.
/// </summary>
[Collection(Alone.Name)]
public sealed class LongTrainingTests
{
    private const long Slack = 64 * 1024;
    private static readonly int Steps = Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1" ? 10_000 : 400;

    [Fact]
    public void Of_the_small_network_over_batches_of_changing_size()
    {
        var network = new SmallNetwork();
        var optimiser = optim.Adam(network.parameters());
        AssertFlat(step =>
        {
            var batch = step % 5 == 4 ? 3 : 8;
            var answers = network.call(randn(batch, 12), randn([batch, 24, 8]));
            Learn(optimiser, network, nn.functional.cross_entropy(answers, zeros(batch, ScalarType.Int64)));
        });
    }

    [Fact]
    public void Of_recurrent_layers_in_both_directions_with_embedding_and_schedule()
    {
        var (rows, gru, head) = (
            nn.Embedding(9, 6, max_norm: 1),
            nn.GRU(6, 5, 2, dropout: 0.2, bidirectional: true),
            nn.Linear(10, 1)
        );
        var parts = nn.ModuleList<nn.Module>(rows, gru, head);
        var optimiser = optim.SGD(parts.parameters(), 0.01, momentum: 0.9);
        var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimiser, 50);
        AssertFlat(step =>
        {
            var indices = randperm(9).narrow(0, 0, 8).view(4, 2);
            var states = gru.call(rows.call(indices)).Item1;
            Learn(optimiser, parts, head.call(states).square().mean());
            scheduler.step();
        });
    }

    private static void Learn(optim.Optimizer optimiser, nn.Module network, Tensor loss)
    {
        optimiser.zero_grad();
        loss.backward();
        nn.utils.clip_grad_norm_(network.parameters(), 1);
        optimiser.step();
    }

    private static void AssertFlat(Action<int> step)
    {
        Run(100, step);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Run(Steps, step);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Slack);
    }

    private static void Run(int steps, Action<int> step)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            step(i);
        }
    }
}
