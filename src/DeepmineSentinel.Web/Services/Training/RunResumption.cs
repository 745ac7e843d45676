using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Training;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Finds out whether a stopped run can go on, and from where. It changes nothing.</summary>
public sealed class RunResumption(ArtifactStore artifacts, IDbContextFactory<SentinelDbContext> contexts)
{
    /// <param name="runId">The run.</param>
    /// <param name="acceptNumerics">Whether another engine's first part is accepted.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="SentinelException">The text is no run id, or there is neither a row nor a folder of it.</exception>
    public async Task<RunResumability> OfAsync(string runId, bool acceptNumerics, CancellationToken cancellationToken)
    {
        RunId id = RunId.Parse(runId);
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        TrainingRun? row = await context
            .TrainingRuns.AsNoTracking()
            .FirstOrDefaultAsync(run => run.RunId == id.Value, cancellationToken);
        return ByRow(id, row) ?? ByFolder(id, row, acceptNumerics);
    }

    /// <summary>What a run was started with, as its row has it or, where the database was lost, its folder.</summary>
    /// <exception cref="SentinelException">The text is no run id, there is no such run, or it cannot go on at all.</exception>
    internal async Task<TrainModelOptions> OptionsOfAsync(string runId, CancellationToken cancellationToken)
    {
        (await OfAsync(runId, acceptNumerics: true, cancellationToken)).Require();
        RunId id = RunId.Parse(runId);
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string? options = await context
            .TrainingRuns.Where(run => run.RunId == id.Value)
            .Select(run => run.Options)
            .FirstOrDefaultAsync(cancellationToken);
        return options is null
            ? StoredRequest.Read(artifacts.FindUnfinished(id)!).Options
            : JsonSerializer.Deserialize<TrainModelOptions>(options, WebJson.Options)!;
    }

    private static RunResumability? ByRow(RunId id, TrainingRun? row) =>
        row switch
        {
            { State: TrainingRunState.Completed } => Refused(id, "run_finished", $"Run {id} is finished."),
            { State: TrainingRunState.Running } => Refused(
                id,
                "run_running",
                $"Run {id} is being trained by process {row.ProcessId}."
            ),
            { State: TrainingRunState.Queued } => Refused(id, "run_queued", $"Run {id} waits in the queue already."),
            { FailureCode: "training_diverged" } => Refused(
                id,
                "run_diverged",
                $"Run {id} would leave the numbers again; start a new one with a smaller learning rate."
            ),
            _ => null,
        };

    private RunResumability ByFolder(RunId id, TrainingRun? row, bool acceptNumerics)
    {
        if (artifacts.IsSealed(id))
        {
            return row is null
                ? Refused(id, "run_finished", $"Run {id} is finished; `models rescan` registers it.")
                : Possible(id, $"The files of run {id} are whole; only its registration is left.");
        }

        if (artifacts.FindUnfinished(id) is not { } unfinished)
        {
            return row is null
                ? throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no run {id}.")
                : Refused(id, "nothing_to_resume", $"Run {id} stopped before it began to train; start a new one.");
        }

        try
        {
            return ByCheckpoints(unfinished, acceptNumerics);
        }
        catch (SentinelException damaged)
        {
            return Refused(id, damaged.Code, damaged.Message) with { Kind = damaged.Kind };
        }
    }

    private static RunResumability ByCheckpoints(UnfinishedRun run, bool acceptNumerics)
    {
        TrainingOptions options = StoredRequest.Read(run).Options.ToLearning();
        ResumePoint point = ResumePoint.Find(new RunFiles(run.Names, run.OpenRead), options);
        if (AcceptedEngine.Refusal(run, point, acceptNumerics) is { } refusal)
        {
            return Refused(run.Id, "resume_other_numerics", refusal);
        }

        string place = point.IsBeginning
            ? $"Run {run.Id} has no whole checkpoint and starts from its beginning."
            : $"Run {run.Id} goes on from {point}.";
        return Possible(run.Id, string.Join(' ', point.PassedOver.Prepend(place))) with
        {
            Member = point.Member,
            EpochsDone = point.Current?.Counters.Epoch ?? 0,
            BatchesDone = point.Current?.Position.Batch ?? 0,
        };
    }

    private static RunResumability Possible(RunId id, string reason) =>
        new()
        {
            RunId = id.Value,
            CanResume = true,
            Reason = reason,
        };

    private static RunResumability Refused(RunId id, string code, string reason) =>
        new()
        {
            RunId = id.Value,
            CanResume = false,
            Code = code,
            Reason = reason,
        };
}
