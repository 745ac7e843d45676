using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Networks with the weights that training left.</summary>
internal static class TrainedNetworks
{
    /// <summary>Frozen networks, to be disposed of by the caller.</summary>
    public static NetworkEnsemble Of(NetworkOptions shape, IReadOnlyList<TrainedMember> members)
    {
        List<DualBranchNetwork> networks = [];
        for (int member = 0; member < members.Count; member++)
        {
            networks.Add(new DualBranchNetwork(shape, 0, member));
            NetworkWeights.CopyInto(networks[member], members[member].Weights);
        }

        NetworkEnsemble ensemble = new(networks);
        ensemble.Freeze();
        return ensemble;
    }
}
