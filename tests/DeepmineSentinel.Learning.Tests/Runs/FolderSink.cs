using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>Writes a run into a real folder, without the care that storage takes.</summary>
internal sealed class FolderSink(string folder) : IRunSink
{
    public List<TrainingStage> Stages { get; } = [];

    public List<string> Written { get; } = [];

    public List<TrainingProgress> Epochs { get; } = [];

    public Action<TrainingProgress>? OnEpoch { get; init; }

    public void Stage(TrainingStage stage) => Stages.Add(stage);

    public void Progress(TrainingProgress progress)
    {
        Epochs.Add(progress);
        OnEpoch?.Invoke(progress);
    }

    public void AppendLog(string line) =>
        File.AppendAllText(Path.Combine(folder, ArtifactFileNames.TrainingLog), line + "\n");

    public void Write(string name, Action<Stream> write)
    {
        Written.Add(name);
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        write(stream);
    }

    public void FlushLog() { }

    public void Remove(string name) => File.Delete(Path.Combine(folder, name));

    public void RemoveWhenSealed(IReadOnlyList<string> names) => names.ToList().ForEach(Remove);

    public Stream Open(string name) => File.OpenRead(Path.Combine(folder, name));
}
