using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>Follows the best trial while it becomes a run: its epochs were told before.</summary>
internal sealed class FinishingWatcher(ISearchWatcher watcher) : ITrainingWatcher
{
    public void Started(string runId) => watcher.Finishing(runId);

    public void Entered(TrainingStage stage) { }

    public void Finished(TrainingProgress epoch) { }
}
