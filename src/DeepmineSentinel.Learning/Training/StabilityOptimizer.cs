using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Adam in two groups: weight matrices decay, biases, norms and learnt vectors do not.</summary>
internal sealed class StabilityOptimizer : IDisposable
{
    private const double LargestNorm = 1;
    private readonly Adam adam;
    private readonly Parameter[] parameters;

    public StabilityOptimizer(DualBranchNetwork network, double rate, double weightDecay)
    {
        (string Name, Parameter Value)[] all =
        [
            .. network.named_parameters().OrderBy(pair => pair.Item1, StringComparer.Ordinal),
        ];
        Parameter[] matrices = [.. all.Where(pair => pair.Value.dim() > 1).Select(pair => pair.Value)];
        Parameter[] vectors = [.. all.Where(pair => pair.Value.dim() <= 1).Select(pair => pair.Value)];
        parameters = [.. matrices, .. vectors];
        adam = optim.Adam(
            new[]
            {
                new Adam.ParamGroup(matrices, new Adam.Options { LearningRate = rate, weight_decay = weightDecay }),
                new Adam.ParamGroup(vectors, new Adam.Options { LearningRate = rate, weight_decay = 0 }),
            },
            rate
        );
    }

    /// <summary>Sets the rate of both groups.</summary>
    public void SetRate(double rate)
    {
        foreach (var group in adam.ParamGroups)
        {
            group.LearningRate = rate;
        }
    }

    /// <summary>One step down the gradient of a loss.</summary>
    /// <returns>The gradient's norm before it was clipped to 1.</returns>
    public double Step(Tensor loss)
    {
        adam.zero_grad();
        loss.backward();
        double norm = nn.utils.clip_grad_norm_(parameters, LargestNorm);
        if (double.IsFinite(norm))
        {
            adam.step();
        }

        return norm;
    }

    /// <summary>Copies what Adam remembers.</summary>
    public AdamMoments Moments()
    {
        using DisposeScope scope = NewDisposeScope();
        Adam.State[] states = [.. adam.state_dict().State.OfType<Adam.State>()];
        return new AdamMoments(
            [.. states.Select(state => state.step)],
            [.. states.Select((state, i) => Copy("first", i, state.exp_avg))],
            [.. states.Select((state, i) => Copy("second", i, state.exp_avg_sq))]
        );
    }

    /// <summary>Takes over what another optimiser of the same network remembered.</summary>
    /// <exception cref="SentinelException">It belongs to another network.</exception>
    public void Restore(AdamMoments moments)
    {
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Adam.State[] states = [.. adam.state_dict().State.OfType<Adam.State>()];
        Require(moments.Steps.Count == states.Length);
        Require(moments.First.Count == states.Length && moments.Second.Count == states.Length);
        for (int i = 0; i < states.Length; i++)
        {
            states[i].step = moments.Steps[i];
            CopyInto(states[i].exp_avg, moments.First[i]);
            CopyInto(states[i].exp_avg_sq, moments.Second[i]);
        }
    }

    public void Dispose() => adam.Dispose();

    private static WeightArray Copy(string name, int index, Tensor? values) =>
        values is null
            ? new WeightArray($"{name}.{index:D4}", [0], [])
            : new WeightArray($"{name}.{index:D4}", values.shape, values.detach().contiguous().data<float>().ToArray());

    private static void CopyInto(Tensor target, WeightArray source)
    {
        Require(source.Shape.SequenceEqual(target.shape));
        target.copy_(tensor(source.Values, dtype: ScalarType.Float32).reshape([.. source.Shape]));
    }

    private static void Require(bool fits)
    {
        if (!fits)
        {
            throw new SentinelException(
                FailureKind.Damaged,
                "artifact_damaged",
                "The optimiser's state does not fit the network."
            );
        }
    }
}
