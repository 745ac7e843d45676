using DeepmineSentinel.Learning.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>The loss on the samples that stop the training.</summary>
internal static class StopLoss
{
    /// <summary>Sums over all samples; the network is left frozen.</summary>
    /// <param name="alone">The network that is being trained, in an ensemble of one.</param>
    /// <param name="stop">Samples with labels.</param>
    /// <param name="epoch">Epochs done, to be named where the numbers leave the finite.</param>
    /// <param name="token">Looked at once a batch.</param>
    public static LossSum Of(NetworkEnsemble alone, SampleTable stop, int epoch, CancellationToken token)
    {
        alone.Freeze();
        BatchGatherer gatherer = new(stop);
        LossSum losses = new();
        using IDisposable untracked = no_grad();
        foreach (int[] rows in Enumerable.Range(0, stop.Count).Chunk(NetworkScoring.BatchSize))
        {
            token.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            BatchTargets targets = gatherer.Targets(rows);
            NetworkBatch inputs = gatherer.Inputs(rows);
            NetworkOutput output = alone.Members[0].call(inputs);
            losses = losses.Plus(
                StabilityLoss.Condition(output, targets)?.item<float>(),
                targets.ConditionCount,
                StabilityLoss.Hazard(output, targets)?.item<float>(),
                targets.KnownCount
            );
            if (!double.IsFinite(losses.Total ?? 0))
            {
                throw Divergence.In(epoch, alone.Members[0], inputs, targets);
            }
        }

        return losses;
    }
}
