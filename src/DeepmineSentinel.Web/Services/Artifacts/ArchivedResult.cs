using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Inference.Cases;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Proves the model of an archive where it lies, and reads its result.</summary>
internal static class ArchivedResult
{
    /// <exception cref="SentinelException">The model cannot be used, or its result belongs to another model.</exception>
    public static TrainingResult Prove(RunArchive archive)
    {
        bool isOfCases = RunHeader.Read(archive.OpenRead).Purpose == ModelPurpose.CaseHistory;
        TrainingResult result = isOfCases ? ProveCases(archive) : ProveStopes(archive);
        bool fits =
            result.RunId == archive.Id.Value
            && (result.ParentRunId is null || RunId.TryParse(result.ParentRunId, out _))
            && result.DataHash.Length <= 64
            && result.Engine.Length <= 200;
        return fits ? result : throw Misfit();
    }

    private static TrainingResult ProveStopes(RunArchive archive)
    {
        using StabilityPredictor predictor = ModelVerifier.Load(archive.Id, archive.OpenRead);
        TrainingResult result = Read(archive);
        ModelMetadata metadata = predictor.Metadata;
        bool fits =
            result.Purpose == metadata.Purpose
            && result.DataHash == metadata.DataHash
            && result.Parameters == metadata.Parameters
            && result.Engine == metadata.Engine.ToString()
            && result.Network.Equals(metadata.Network.Preset.ToString(), StringComparison.OrdinalIgnoreCase)
            && result.TrainedOnSynthetic == metadata.TrainedOnSynthetic
            && result.TrainedAt == metadata.TrainedAt;
        return fits ? result : throw Misfit();
    }

    private static TrainingResult ProveCases(RunArchive archive)
    {
        using CasePredictor predictor = ModelVerifier.LoadCases(archive.Id, archive.OpenRead);
        TrainingResult result = Read(archive);
        CaseMetadata metadata = predictor.Metadata;
        bool fits =
            result.Purpose == metadata.Purpose
            && result.CaseHistories is not null
            && result.DataHash == metadata.DataHash
            && result.Parameters == metadata.Parameters
            && result.Engine == metadata.Engine.ToString()
            && result.Network == CaseCandidates.Product
            && !result.TrainedOnSynthetic
            && result.TrainedAt == metadata.TrainedAt;
        return fits ? result : throw Misfit();
    }

    private static SentinelException Misfit() => Refused("do not belong to its model");

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
