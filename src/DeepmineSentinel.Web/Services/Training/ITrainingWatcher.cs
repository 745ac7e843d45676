using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Follows a run from outside: the command line's progress bar, or nobody. Called on the training thread.</summary>
public interface ITrainingWatcher
{
    void Started(string runId);

    void Entered(TrainingStage stage);

    void Finished(TrainingProgress epoch);

    /// <summary>Hears how an evaluation gets on, a line a fold.</summary>
    void Heard(string line) { }
}
