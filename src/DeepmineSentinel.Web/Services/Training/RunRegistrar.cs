using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Makes a sealed run a version: reads it back, probes it, registers it and, where allowed, promotes it.</summary>
public sealed class RunRegistrar(
    ArtifactStore artifacts,
    ModelRegistry registry,
    CurrentOperator person,
    TimeProvider clock
)
{
    /// <exception cref="SentinelException">What was written cannot be read back: the run is no model.</exception>
    internal async Task<TrainingOutcome> RegisterAsync(
        RunId runId,
        TrainingResult result,
        TrainModelOptions options,
        CancellationToken cancellationToken
    )
    {
        Prove(runId);
        ModelVersion version = Version(result, options.Notes, person.Name, clock.GetUtcNow().UtcDateTime);
        await registry.RegisterAsync(version, cancellationToken);
        bool promote = options.Promote switch
        {
            PromotePolicy.Always => true,
            PromotePolicy.Auto => result.Gate.Passed,
            _ => false,
        };
        if (promote)
        {
            await registry.PromoteAsync(runId.Value, cancellationToken);
        }

        return new TrainingOutcome(await registry.GetAsync(runId.Value, cancellationToken), promote, result);
    }

    /// <summary>Ends a run that was stopped between its sealing and its registration.</summary>
    /// <exception cref="SentinelException">Its files are damaged.</exception>
    internal async Task<TrainingOutcome> RegisterSealedAsync(
        RunId runId,
        TrainModelOptions options,
        CancellationToken cancellationToken
    )
    {
        await using Stream metrics = artifacts.Open(runId).OpenRead(ArtifactFileNames.Metrics);
        TrainingResult result = (
            await JsonSerializer.DeserializeAsync<TrainingResult>(
                metrics,
                ArtifactJson.ResultOptions,
                cancellationToken
            )
        )!;
        return await RegisterAsync(runId, result, options, cancellationToken);
    }

    /// <summary>The row that stands for a run's result.</summary>
    internal static ModelVersion Version(TrainingResult result, string? notes, string by, DateTime now) =>
        new()
        {
            RunId = result.RunId,
            Purpose = ModelPurpose.Stope,
            Network = result.Network,
            Engine = result.Engine,
            Parameters = result.Parameters,
            DataHash = result.DataHash,
            TrainedOnSynthetic = result.TrainedOnSynthetic,
            TrainedAt = result.TrainedAt,
            RegisteredAt = now,
            RegisteredBy = by,
            Metrics = JsonSerializer.Serialize(result, ArtifactJson.ResultOptions),
            GatePassed = result.Gate.Passed,
            GateReasons = Shortened(string.Join('\n', result.Gate.Reasons)),
            Notes = notes,
        };

    private void Prove(RunId runId)
    {
        using StabilityPredictor predictor = StabilityPredictor.Load(artifacts.Open(runId).OpenRead);
    }

    private static string Shortened(string text) => text.Length <= 2_000 ? text : text[..2_000];
}
