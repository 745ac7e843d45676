using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Finds where a network left the numbers: the first layer that holds or gives something that is not finite.</summary>
internal static class Divergence
{
    /// <summary>The error that ends a training.</summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="place">What is not finite.</param>
    public static SentinelException At(int epoch, string place) =>
        new(
            FailureKind.InsufficientData,
            "training_diverged",
            $"Training left the numbers in epoch {epoch + 1}: {place} is no longer finite. Try a smaller learning rate."
        );

    /// <summary>
    /// As <see cref="At"/>. Computes a batch once more and names what is not finite: the first layer's weights or, if those
    /// are all numbers, the inputs, the first layer's output on the way forward, or the first gradient on the way back.
    /// </summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="network">The network, set to draw the same masks again.</param>
    /// <param name="inputs">Inputs of the batch.</param>
    /// <param name="targets">What the batch should give.</param>
    public static SentinelException In(
        int epoch,
        DualBranchNetwork network,
        NetworkBatch inputs,
        BatchTargets targets
    ) => At(epoch, Find(network, inputs, targets));

    private static string Find(DualBranchNetwork network, NetworkBatch inputs, BatchTargets targets)
    {
        List<(string Name, nn.Module Layer)> layers = [.. network.named_modules()];
        foreach ((string name, Parameter weights) in network.named_parameters())
        {
            if (!IsFinite(weights))
            {
                return $"the parameter {name}";
            }
        }

        if (!IsFinite(inputs.Statics) || !IsFinite(inputs.Series))
        {
            return "the input of the batch";
        }

        Tensor? total = null;
        var seen = network.Watch.During(() => total = LossOf(network.call(inputs), targets));
        List<(string Name, Tensor Output, nn.Module Layer)> outputs =
        [
            .. seen.Select(one => (layers.First(layer => layer.Layer == one.Layer).Name, one.Output, one.Layer)),
        ];
        return FirstOutput(outputs)
            ?? (IsFinite(total!) && total!.requires_grad ? FirstGradient(outputs, total) : "the loss");
    }

    private static Tensor LossOf(NetworkOutput output, BatchTargets targets) =>
        StabilityLoss.Total(StabilityLoss.Condition(output, targets), StabilityLoss.Hazard(output, targets));

    private static string? FirstOutput(List<(string Name, Tensor Output, nn.Module Layer)> outputs)
    {
        foreach ((string name, Tensor output, _) in outputs)
        {
            if (!IsFinite(output))
            {
                return $"the output of the layer {name}";
            }
        }

        return null;
    }

    /// <summary>From the last layer to the first: the gradient of what it gave, then of its weights.</summary>
    private static string FirstGradient(List<(string Name, Tensor Output, nn.Module Layer)> outputs, Tensor loss)
    {
        for (int i = outputs.Count - 1; i >= 0; i--)
        {
            Tensor[] watched = [outputs[i].Output, .. outputs[i].Layer.parameters()];
            IList<Tensor> gradients = autograd.grad([loss], watched, retain_graph: true, allow_unused: true);
            if (gradients.Any(gradient => gradient is not null && !IsFinite(gradient)))
            {
                return $"the gradient of the layer {outputs[i].Name}";
            }
        }

        return "the gradient of the loss";
    }

    private static bool IsFinite(Tensor tensor) => tensor.detach().isfinite().all().item<bool>();
}
