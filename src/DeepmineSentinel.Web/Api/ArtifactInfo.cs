using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Report;

namespace DeepmineSentinel.Web.Api;

/// <summary>Puts together what the API says of an artifact.</summary>
internal static class ArtifactInfo
{
    public static ArtifactInfoDocument Of(SealedRun run, ModelVersion? version)
    {
        if (RunHeader.Read(run.OpenRead).Purpose == ModelPurpose.CaseHistory)
        {
            return OfCases(run, version);
        }

        ReportFacts facts = ReportFacts.Read(run.OpenRead, hasDetails: false);
        (TrainingResult result, ModelMetadata metadata) = (facts.Result, facts.Metadata);
        return new ArtifactInfoDocument
        {
            Id = run.Id.Value,
            Title = RunTitle.Of(result.Network, metadata.Purpose, result.Mines, metadata.TrainedAt),
            State = version?.State,
            RegisteredAt = version?.RegisteredAt,
            RegisteredBy = version?.RegisteredBy,
            PromotedAt = version?.PromotedAt,
            Purpose = metadata.Purpose,
            Network = result.Network,
            Parameters = metadata.Parameters,
            Engine = metadata.Engine.ToString(),
            DataHash = metadata.DataHash,
            TrainedOnSynthetic = metadata.TrainedOnSynthetic,
            LabelScheme = metadata.LabelScheme,
            StartedAt = metadata.StartedAt,
            TrainedAt = metadata.TrainedAt,
            TrainingSeconds = metadata.Members.Sum(member => member.Seconds),
            ParentRunId = metadata.ParentRunId,
            Notes = version?.Notes ?? metadata.Notes,
            Gate = result.Gate,
            MetricsGroup = result.MetricsGroup,
            Metrics = result.Metrics,
            Options = JsonSerializer.SerializeToElement(metadata.Options, ArtifactJson.Options),
            Split = new Dictionary<string, int>
            {
                ["train"] = metadata.Split.Train.Count,
                ["stop"] = metadata.Split.Stop.Count,
                ["calibrate"] = metadata.Split.Calibrate.Count,
                ["test"] = metadata.Split.Test.Count,
            },
            Findings = result.Findings,
            Warnings = metadata.Warnings,
            Manifest = ManifestDocument.Of(run.Manifest),
            Links = Links(run.Id),
        };
    }

    private static ArtifactInfoDocument OfCases(SealedRun run, ModelVersion? version)
    {
        using Stream stream = run.OpenRead(ArtifactFileNames.Metadata);
        CaseMetadata metadata = ArtifactJson.Read<CaseMetadata>(stream, ArtifactFileNames.Metadata);
        TrainingResult result = ReportFacts.ReadResult(run.OpenRead);
        return new ArtifactInfoDocument
        {
            Id = run.Id.Value,
            Title = RunTitle.Of(result.Network, metadata.Purpose, result.Mines, metadata.TrainedAt),
            State = version?.State,
            RegisteredAt = version?.RegisteredAt,
            RegisteredBy = version?.RegisteredBy,
            PromotedAt = version?.PromotedAt,
            Purpose = metadata.Purpose,
            Network = result.Network,
            Parameters = metadata.Parameters,
            Engine = metadata.Engine.ToString(),
            DataHash = metadata.DataHash,
            TrainedOnSynthetic = result.TrainedOnSynthetic,
            LabelScheme = result.DataType,
            StartedAt = metadata.StartedAt,
            TrainedAt = metadata.TrainedAt,
            TrainingSeconds = metadata.Members.Sum(member => member.Seconds),
            Notes = version?.Notes ?? metadata.Notes,
            Gate = result.Gate,
            MetricsGroup = result.MetricsGroup,
            Metrics = result.Metrics,
            Options = JsonSerializer.SerializeToElement(metadata.Options, ArtifactJson.Options),
            Split = metadata.Sources,
            Warnings = metadata.Warnings,
            Manifest = ManifestDocument.Of(run.Manifest),
            Links = Links(run.Id),
        };
    }

    private static Dictionary<string, string> Links(RunId id) =>
        new()
        {
            ["self"] = $"{ApiRoutes.Root}/artifacts/{id}/info",
            ["model"] = $"{ApiRoutes.Root}/export/{id}/model",
            ["report"] = $"{ApiRoutes.Root}/export/{id}/report",
        };
}
