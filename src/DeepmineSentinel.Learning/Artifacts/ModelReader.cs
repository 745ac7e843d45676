using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>Reads an artifact and refuses what it cannot trust.</summary>
public static class ModelReader
{
    private const int MostMembers = 20;

    /// <summary>Reads an artifact.</summary>
    /// <param name="open">Opens a file of the artifact by its name, see <see cref="ArtifactFileNames"/>.</param>
    /// <exception cref="SentinelException">A file is damaged, does not fit the others, or answers something else.</exception>
    public static LoadedModel Read(Func<string, Stream> open)
    {
        RunHeader.Read(open).Require(ModelPurpose.Stope);
        ModelMetadata metadata = ReadJson<ModelMetadata>(open, ArtifactFileNames.Metadata);
        Require(metadata.FormatVersion == ModelMetadata.CurrentFormat, "its format is of another version");
        Require(metadata.Network.IsPlausible, "its network has impossible sizes");
        Require(metadata.Members.Count is >= 1 and <= MostMembers, "it has no network or too many");
        ModelComponents components = ReadJson<ModelComponents>(open, ArtifactFileNames.Components);
        FeatureEncoder encoder = FeatureEncoder.FromComponents(components.Features);
        RequireFit(metadata.Network, components, encoder);
        using Stream stream = open(ArtifactFileNames.Model);
        IReadOnlyList<WeightArray> arrays = SafeTensorsReader.Read(stream).Arrays;
        Require(arrays.All(array => array.Values.All(float.IsFinite)), "a weight is not a finite number");
        return new LoadedModel(metadata, components, encoder, Build(metadata, arrays));
    }

    private static TDocument ReadJson<TDocument>(Func<string, Stream> open, string name)
    {
        using Stream stream = open(name);
        return ArtifactJson.Read<TDocument>(stream, name);
    }

    private static void RequireFit(NetworkOptions network, ModelComponents components, FeatureEncoder encoder)
    {
        bool fits =
            encoder.StaticCount == network.StaticCount
            && encoder.ChannelCount == network.ChannelCount
            && encoder.Window.Length == network.Steps
            && components.Classes.Count == network.ClassCount;
        Require(fits, "its components do not fit its network");
        Require(IsSound(components.Calibration, network.ClassCount), "its calibration is not usable");
    }

    private static bool IsSound(ModelCalibration calibration, int classes) =>
        calibration.ConditionOffsets.Count == classes
        && calibration.ConformalThresholds.Count == classes
        && calibration.ConformalStopes.Count == classes
        && calibration.ConditionCentre.Count == classes
        && calibration.HazardCentre.Count == NetworkOptions.HazardCount
        && calibration.ConditionOffsets.All(double.IsFinite)
        && calibration.ConditionCentre.All(double.IsFinite)
        && calibration.HazardCentre.All(double.IsFinite)
        && calibration.ConditionTemperature is > 0 and < 1_000
        && calibration.HazardTemperature is > 0 and < 1_000;

    private static NetworkEnsemble Build(ModelMetadata metadata, IReadOnlyList<WeightArray> arrays)
    {
        List<DualBranchNetwork> members = [];
        NetworkEnsemble ensemble = new(members);
        try
        {
            for (int member = 0; member < metadata.Members.Count; member++)
            {
                members.Add(new DualBranchNetwork(metadata.Network, 0, member));
                NetworkWeights.CopyInto(members[member], ModelWeights.Of(member, arrays));
            }

            int expected = members.Sum(network => NetworkWeights.CountOf(network));
            Require(arrays.Count == expected, "it holds weights of no network");
        }
        catch
        {
            ensemble.Dispose();
            throw;
        }

        ensemble.Close();
        return ensemble;
    }

    private static void Require(bool met, string defect)
    {
        if (!met)
        {
            throw ArtifactJson.Damaged("the model cannot be used because", defect);
        }
    }
}
