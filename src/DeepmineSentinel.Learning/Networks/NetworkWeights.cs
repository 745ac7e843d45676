using DeepmineSentinel.Core.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>Copies a network's numbers out and in: parameters and running statistics of batch norms, not its counters.</summary>
public static class NetworkWeights
{
    /// <summary>Copies all numbers out, sorted by name.</summary>
    public static IReadOnlyList<WeightArray> CopyOf(nn.Module network)
    {
        using DisposeScope scope = NewDisposeScope();
        return
        [
            .. Floats(network)
                .Select(pair => new WeightArray(
                    pair.Key,
                    pair.Value.shape,
                    pair.Value.detach().contiguous().data<float>().ToArray()
                )),
        ];
    }

    /// <summary>Copies all numbers in.</summary>
    /// <exception cref="SentinelException">A name or shape is not the network's; nothing was changed.</exception>
    public static void CopyInto(nn.Module network, IReadOnlyList<WeightArray> arrays)
    {
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        SortedDictionary<string, Tensor> targets = Floats(network);
        Dictionary<string, WeightArray> sources = arrays.ToDictionary(array => array.Name, StringComparer.Ordinal);
        Check(targets, sources);
        foreach ((string name, Tensor target) in targets)
        {
            WeightArray source = sources[name];
            target.copy_(tensor(source.Values, dtype: ScalarType.Float32).reshape([.. source.Shape]));
        }
    }

    /// <summary>Arrays that a network has.</summary>
    public static int CountOf(nn.Module network) => Floats(network).Count;

    private static void Check(SortedDictionary<string, Tensor> targets, Dictionary<string, WeightArray> sources)
    {
        foreach ((string name, Tensor target) in targets)
        {
            if (!sources.TryGetValue(name, out WeightArray? source))
            {
                throw Misfit($"weight '{name}' is missing");
            }

            if (!source.Shape.SequenceEqual(target.shape))
            {
                throw Misfit($"weight '{name}' has another shape");
            }
        }

        if (sources.Keys.FirstOrDefault(name => !targets.ContainsKey(name)) is { } surplus)
        {
            throw Misfit($"weight '{surplus}' is not one of the network's");
        }
    }

    private static SortedDictionary<string, Tensor> Floats(nn.Module network)
    {
        SortedDictionary<string, Tensor> floats = new(StringComparer.Ordinal);
        foreach ((string name, Tensor value) in network.state_dict())
        {
            if (value.dtype == ScalarType.Float32)
            {
                floats.Add(name, value);
            }
        }

        return floats;
    }

    private static SentinelException Misfit(string defect) =>
        new(FailureKind.Damaged, "artifact_damaged", $"The weights do not fit the network: {defect}.");
}
