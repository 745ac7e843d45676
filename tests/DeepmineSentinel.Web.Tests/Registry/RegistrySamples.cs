using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>Versions and sealed folders that the registry cannot tell from trained ones.</summary>
internal static class RegistrySamples
{
    public static readonly DateTime Moment = new(2026, 1, 31, 12, 0, 0, DateTimeKind.Utc);

    public static string RunIdOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"20260131_120000_{number:x8}");

    public static ModelVersion Version(string runId) =>
        new()
        {
            RunId = runId,
            Purpose = ModelPurpose.Stope,
            Network = "compact",
            Engine = "managed",
            Parameters = 32_000,
            DataHash = new string('0', 64),
            TrainedOnSynthetic = true,
            TrainedAt = Moment,
            RegisteredAt = Moment,
            RegisteredBy = "tester",
            Metrics = JsonSerializer.Serialize(Result(runId), ArtifactJson.ResultOptions),
            GatePassed = true,
            GateReasons = "",
        };

    /// <summary>Seals a folder with metrics.</summary>
    public static void Seal(ArtifactStore store, string runId)
    {
        RunFolderWriter folder = store.BeginRun(RunId.Parse(runId));
        folder.Write(
            ArtifactFileNames.Metrics,
            stream => ArtifactJson.Write(stream, Result(runId), ArtifactJson.ResultOptions)
        );
        folder.Seal();
    }

    private static TrainingResult Result(string runId) =>
        new()
        {
            RunId = runId,
            Network = "compact",
            ModelPath = $"{runId}/{ArtifactFileNames.Model}",
            ArtifactsPath = runId,
            PreprocessingPath = $"{runId}/{ArtifactFileNames.Components}",
            MetricsGroup = "none",
            Metrics = new Dictionary<string, double?> { ["log_loss"] = 0.5 },
            DataType = "dated",
            FeatureCount = 1,
            SelectedFeatureCount = 1,
            TrainedModels = ["network"],
            EvaluationResults = [],
            TunedModel = new TunedModel("compact", new Dictionary<string, JsonElement>(), 0.5),
            BestConfig = new Dictionary<string, JsonElement>(),
            SelectedFeatures = ["rqd"],
            Gate = new GateVerdict(true, true, ["Passed."]),
            DataHash = new string('0', 64),
            TrainedOnSynthetic = true,
            Parameters = 32_000,
            Engine = "managed",
            TrainedAt = Moment,
            Members = [],
            Warnings = [],
        };
}
