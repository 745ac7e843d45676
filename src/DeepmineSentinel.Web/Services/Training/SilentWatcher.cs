using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Nobody follows the run; its row is enough.</summary>
internal sealed class SilentWatcher : ITrainingWatcher
{
    public static readonly SilentWatcher Instance = new();

    public void Started(string runId) { }

    public void Entered(TrainingStage stage) { }

    public void Finished(TrainingProgress epoch) { }
}
