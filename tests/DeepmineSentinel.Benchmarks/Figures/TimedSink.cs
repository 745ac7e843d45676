using System.Diagnostics;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>A run's folder with a watch on its saving.</summary>
internal sealed class TimedSink(RunFolderWriter folder) : IRunSink
{
    private readonly Stopwatch watch = new();

    /// <summary>Time of the last checkpoint and its hash.</summary>
    public TimeSpan CheckpointTime { get; private set; }

    public void Stage(TrainingStage stage)
    {
        if (stage == TrainingStage.Saving)
        {
            watch.Restart();
        }
    }

    public void Progress(TrainingProgress progress) { }

    public void AppendLog(string line) => folder.AppendLog(ArtifactFileNames.TrainingLog, line);

    public void FlushLog() => folder.FlushLog(ArtifactFileNames.TrainingLog);

    public void Write(string name, Action<Stream> write)
    {
        long begun = Stopwatch.GetTimestamp();
        folder.Write(name, write);
        if (name.StartsWith(ArtifactFileNames.Checkpoints, StringComparison.Ordinal))
        {
            bool isHash = name.EndsWith(".sha256", StringComparison.Ordinal);
            CheckpointTime = (isHash ? TimeSpan.Zero : CheckpointTime) + Stopwatch.GetElapsedTime(begun);
        }
    }

    public void Remove(string name) => folder.Remove(name);

    public void RemoveWhenSealed(IReadOnlyList<string> names) { }

    /// <summary>Seals the folder.</summary>
    /// <returns>Time since saving began.</returns>
    public TimeSpan Seal()
    {
        folder.Seal();
        return watch.Elapsed;
    }
}
