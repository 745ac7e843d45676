using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Where a run puts what it makes: the boundary to storage, which Learning does not know. Called on the run's own thread.</summary>
public interface IRunSink
{
    /// <summary>Says what the run is doing now.</summary>
    void Stage(TrainingStage stage);

    /// <summary>Says that an epoch is done.</summary>
    void Progress(TrainingProgress progress);

    /// <summary>Adds a line, without its end, to the training log, which was written whole before.</summary>
    void AppendLog(string line);

    /// <summary>Writes a file of the artifact whole: a name of <see cref="ArtifactFileNames"/>, or one below its folder of checkpoints with '/' between.</summary>
    void Write(string name, Action<Stream> write);

    /// <summary>Makes the lines of the training log last: a checkpoint is worth nothing without those before it.</summary>
    void FlushLog();

    /// <summary>Removes a file below the folder of checkpoints; nothing where there is none.</summary>
    void Remove(string name);

    /// <summary>Removes files below the folder of checkpoints once the run is sealed: until then they let it go on.</summary>
    void RemoveWhenSealed(IReadOnlyList<string> names);
}
