using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Proves the model of an archive where it lies, and reads its result.</summary>
internal static class ArchivedResult
{
    /// <exception cref="SentinelException">The model cannot be used, or its result belongs to another model.</exception>
    public static TrainingResult Prove(RunArchive archive)
    {
        using StabilityPredictor predictor = ModelVerifier.Load(archive.Id, archive.OpenRead);
        TrainingResult result = Read(archive);
        ModelMetadata metadata = predictor.Metadata;
        bool fits =
            result.RunId == archive.Id.Value
            && result.Purpose == metadata.Purpose
            && result.DataHash == metadata.DataHash
            && result.Parameters == metadata.Parameters
            && result.Engine == metadata.Engine.ToString()
            && result.Network.Equals(metadata.Network.Preset.ToString(), StringComparison.OrdinalIgnoreCase)
            && result.TrainedOnSynthetic == metadata.TrainedOnSynthetic
            && result.TrainedAt == metadata.TrainedAt;
        fits &= result.ParentRunId is null || RunId.TryParse(result.ParentRunId, out _);
        return fits && metadata.DataHash.Length <= 64 && result.Engine.Length <= 200
            ? result
            : throw Refused("do not belong to its model");
    }

    private static TrainingResult Read(RunArchive archive)
    {
        using Stream metrics = archive.OpenRead(ArtifactFileNames.Metrics);
        try
        {
            return JsonSerializer.Deserialize<TrainingResult>(metrics, ArtifactJson.ResultOptions)
                ?? throw Refused("are empty");
        }
        catch (JsonException exception)
        {
            throw Refused("are not what this version writes", exception);
        }
    }

    private static SentinelException Refused(string reason, Exception? inner = null) =>
        new(
            FailureKind.InvalidInput,
            "invalid_archive",
            $"The archive was refused: its {ArtifactFileNames.Metrics} {reason}.",
            inner
        );
}
