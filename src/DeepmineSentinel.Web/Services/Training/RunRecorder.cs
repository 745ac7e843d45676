using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Keeps a run's row and its listeners up to date; called on the training thread, writes at most thrice a second.</summary>
internal sealed class RunRecorder(
    string runId,
    IDbContextFactory<SentinelDbContext> contexts,
    TrainingFeed feed,
    ITrainingWatcher watcher,
    TimeProvider clock
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(350);

    private long lastWrite;
    private TrainingProgress? unwritten;

    public void Enter(TrainingStage stage)
    {
        Write(run => run.Enter(stage, Now));
        feed.Tell(runId);
        watcher.Entered(stage);
    }

    public void Report(TrainingProgress progress)
    {
        unwritten = progress;
        if (lastWrite == 0 || clock.GetElapsedTime(lastWrite) >= Pause)
        {
            Write(_ => { });
        }

        feed.Tell(runId);
        watcher.Finished(progress);
    }

    public void Uses(string dataHash) => Write(run => run.Uses(dataHash));

    /// <summary>Writes an epoch that was held back.</summary>
    public void Flush()
    {
        if (unwritten is not null)
        {
            Write(_ => { });
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void Write(Action<TrainingRun> change)
    {
        using SentinelDbContext context = contexts.CreateDbContext();
        TrainingRun run = context.TrainingRuns.First(known => known.RunId == runId);
        if (unwritten is { } progress)
        {
            run.Report(progress, Now);
            unwritten = null;
        }

        change(run);
        context.SaveChanges();
        lastWrite = clock.GetTimestamp();
    }
}
