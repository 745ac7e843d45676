using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Networks.Cases;
using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>Reads a model of case histories and refuses what it cannot trust.</summary>
internal static class CaseModelReader
{
    private const CaseFeatures Features = CaseFeatures.Factors;
    private const int MostMembers = 20;
    private const int MostUnits = 1_024;

    /// <summary>Reads an artifact.</summary>
    /// <param name="open">Opens a file of the artifact by its name, see <see cref="ArtifactFileNames"/>.</param>
    /// <exception cref="SentinelException">A file is damaged, does not fit the others, or answers something else.</exception>
    public static LoadedCaseModel Read(Func<string, Stream> open)
    {
        RunHeader header = RunHeader.Read(open);
        header.Require(ModelPurpose.CaseHistory);
        Require(header.FormatVersion == ModelMetadata.CurrentFormat, "its format is of another version");
        CaseMetadata metadata = ReadJson<CaseMetadata>(open, ArtifactFileNames.Metadata);
        Require(metadata.Members.Count is >= 1 and <= MostMembers, "it has no network or too many");
        Require(IsPlausible(metadata.Network), "its network has impossible sizes");
        CaseComponents components = ReadJson<CaseComponents>(open, ArtifactFileNames.Components);
        Require(CaseComponentsCheck.IsSound(components), "its components are not usable");
        using Stream stream = open(ArtifactFileNames.Model);
        IReadOnlyList<WeightArray> arrays = SafeTensorsReader.Read(stream).Arrays;
        Require(arrays.All(array => array.Values.All(float.IsFinite)), "a weight is not a finite number");
        return new LoadedCaseModel(metadata, components, Build(metadata, components, arrays));
    }

    private static TDocument ReadJson<TDocument>(Func<string, Stream> open, string name)
    {
        using Stream stream = open(name);
        return ArtifactJson.Read<TDocument>(stream, name);
    }

    private static bool IsPlausible(CaseNetworkOptions network) =>
        network.InputCount == CaseInputs.Count(Features)
        && network.RisingCount == CaseInputs.RisingCount(Features)
        && network.HiddenCount is >= 1 and <= MostUnits;

    private static FittedEnsemble Build(
        CaseMetadata metadata,
        CaseComponents components,
        IReadOnlyList<WeightArray> arrays
    )
    {
        List<CaseNetwork> members = [];
        CaseNetworkScale scale = components.Networks;
        FittedNetworks networks = new(
            CaseInputs.Of(Features, scale.Means, scale.Spreads),
            members,
            new CaseTemperature(scale.NotStableCentre, scale.FailureCentre, scale.Temperature)
        );
        try
        {
            for (int member = 0; member < metadata.Members.Count; member++)
            {
                members.Add(new CaseNetwork(metadata.Network, 0, member));
                NetworkWeights.CopyInto(members[member], ModelWeights.Of(member, arrays));
            }

            Require(arrays.Count == members.Sum(NetworkWeights.CountOf), "it holds weights of no network");
        }
        catch
        {
            networks.Dispose();
            throw;
        }

        networks.Close();
        CaseLogitNumbers logit = components.Logit;
        return new FittedEnsemble(
            networks,
            new FittedCaseLogit(
                CaseInputs.Of(Features, logit.Means, logit.Spreads),
                logit.Used,
                OrdinalLogit.Of(logit.Parameters, FittedCaseLogit.States)
            ),
            components.Shares,
            components.Thresholds
        );
    }

    private static void Require(bool met, string defect)
    {
        if (!met)
        {
            throw ArtifactJson.Damaged("the model cannot be used because", defect);
        }
    }
}
