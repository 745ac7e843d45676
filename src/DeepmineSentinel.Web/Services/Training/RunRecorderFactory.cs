using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Makes the recorder of a run.</summary>
public sealed class RunRecorderFactory(
    IDbContextFactory<SentinelDbContext> contexts,
    TrainingFeed feed,
    TimeProvider clock
)
{
    internal RunRecorder Create(string runId, ITrainingWatcher watcher) => new(runId, contexts, feed, watcher, clock);
}
