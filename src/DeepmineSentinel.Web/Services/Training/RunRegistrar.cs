using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Registry;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Makes a sealed run a version: reads it back, probes it, registers it and, where allowed, promotes it.</summary>
public sealed class RunRegistrar(
    ArtifactStore artifacts,
    ModelRegistry registry,
    ModelPromoter promoter,
    IDbContextFactory<SentinelDbContext> contexts,
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
        ModelVerifier.Prove(runId, artifacts.Open(runId).OpenRead);
        string by = await AskedByAsync(runId, cancellationToken);
        ModelVersion version = Version(result, options.Notes, by, clock.GetUtcNow().UtcDateTime);
        await registry.RegisterAsync(version, cancellationToken);
        bool promoted =
            options.Promote != PromotePolicy.Never && await PromoteAsync(runId, options.Promote, by, cancellationToken);
        return new TrainingOutcome(await registry.GetAsync(runId.Value, cancellationToken), promoted, result);
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
    internal static ModelVersion Version(TrainingResult result, string? notes, string by, DateTime now)
    {
        ModelVersion version = new()
        {
            RunId = result.RunId,
            Purpose = result.Purpose,
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
            ParentRunId = result.ParentRunId,
        };
        version.Annotate(notes);
        return version;
    }

    // Whoever asked for the run: a person, or the site itself.
    private async Task<string> AskedByAsync(RunId runId, CancellationToken cancellationToken)
    {
        string id = runId.Value;
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
                .TrainingRuns.Where(run => run.RunId == id)
                .Select(run => run.RequestedBy)
                .FirstOrDefaultAsync(cancellationToken)
            ?? FallbackTraining.SiteItself;
    }

    private async Task<bool> PromoteAsync(
        RunId runId,
        PromotePolicy policy,
        string by,
        CancellationToken cancellationToken
    )
    {
        string? reason = policy == PromotePolicy.Always ? "Asked for before the run: promote always." : null;
        try
        {
            await promoter.PromoteAsync(new PromotionRequest(runId, by, reason), cancellationToken);
            return true;
        }
        catch (SentinelException missed) when (missed.Code == "gate_missed")
        {
            return false;
        }
    }

    private static string Shortened(string text) => text.Length <= 2_000 ? text : text[..2_000];
}
