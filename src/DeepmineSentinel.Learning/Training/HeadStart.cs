using DeepmineSentinel.Learning.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Training;

/// <summary>
/// Lets the heads of a new network say what training samples show on average, and little else: epochs are too few and failures too
/// rare to spend them on learning that most stopes stand.
/// </summary>
internal static class HeadStart
{
    private const double Share = 0.1;

    /// <summary>Sets biases to log shares and log-odds, smoothed by half a sample, and shrinks the weights to a tenth.</summary>
    public static void Set(DualBranchNetwork network, SampleTable train)
    {
        using IDisposable untracked = no_grad();
        Dictionary<string, Parameter> all = network
            .named_parameters()
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        all["condition_head.bias"].copy_(tensor(LogShares(train)));
        all["hazard_head.bias"].copy_(tensor(LogOdds(train)));
        foreach (string name in new[] { "condition_head.weight", "hazard_head.weight" })
        {
            all[name].copy_(all[name].mul(Share));
        }
    }

    private static float[] LogShares(SampleTable train)
    {
        int classes = train.Shape.ClassCount;
        double[] weights = new double[classes];
        Array.Fill(weights, 0.5);
        for (int i = 0; i < train.ConditionTargets.Length; i++)
        {
            weights[i % classes] += train.ConditionTargets[i];
        }

        double sum = weights.Sum();
        return [.. weights.Select(weight => (float)Math.Log(weight / sum))];
    }

    private static float[] LogOdds(SampleTable train)
    {
        int intervals = NetworkOptions.HazardCount;
        double[] failing = new double[intervals];
        double[] known = new double[intervals];
        for (int i = 0; i < train.HazardKnown.Length; i++)
        {
            failing[i % intervals] += train.HazardTargets[i];
            known[i % intervals] += train.HazardKnown[i];
        }

        return [.. failing.Select((count, k) => (float)Math.Log((count + 0.5) / (known[k] - count + 0.5)))];
    }
}
