using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Carries what a run makes to its folder, and what it does to its row.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="recorder">Its row.</param>
/// <param name="request">Written, and held, when training begins: before that there is nothing to go on with.</param>
internal sealed class RunSink(RunFolderWriter folder, RunRecorder recorder, StoredRequest request) : IRunSink
{
    private readonly List<string> leftovers = [];

    public void Stage(TrainingStage stage)
    {
        if (stage == TrainingStage.Training && !folder.IsHeld)
        {
            request.Write(folder);
            folder.Hold();
        }

        recorder.Enter(stage);
    }

    public void Progress(TrainingProgress progress) => recorder.Report(progress);

    public void AppendLog(string line) => folder.AppendLog(ArtifactFileNames.TrainingLog, line);

    public void FlushLog() => folder.FlushLog(ArtifactFileNames.TrainingLog);

    public void Write(string name, Action<Stream> write) => folder.Write(name, write);

    public void Remove(string name) => folder.Remove(name);

    public void RemoveWhenSealed(IReadOnlyList<string> names) => leftovers.AddRange(names);

    /// <summary>Seals the folder, then lets go of what only an unfinished run needs.</summary>
    public void Seal()
    {
        folder.Seal(request.Snapshot);
        leftovers.ForEach(folder.Remove);
    }
}
