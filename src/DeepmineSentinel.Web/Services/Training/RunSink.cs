using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Carries what a run makes to its folder, and what it does to its row.</summary>
internal sealed class RunSink(RunFolderWriter folder, RunRecorder recorder) : IRunSink
{
    public void Stage(TrainingStage stage) => recorder.Enter(stage);

    public void Progress(TrainingProgress progress) => recorder.Report(progress);

    public void AppendLog(string line) => folder.AppendLog(ArtifactFileNames.TrainingLog, line);

    public void Write(string name, Action<Stream> write) => folder.Write(name, write);
}
