using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Learning.Tests.Runs;

/// <summary>
/// A folder whose power goes in the middle of one of its operations: half of what was being written is there, under its
/// own name, which is worse than what storage leaves behind.
/// </summary>
/// <param name="folder">Where files go.</param>
/// <param name="cutAt">Operation in which power goes, from 0.</param>
internal sealed class PowerCutSink(string folder, int cutAt) : IRunSink
{
    private readonly FolderSink files = new(folder);

    public int Operations { get; private set; }

    public void Stage(TrainingStage stage) { }

    public void Progress(TrainingProgress progress) { }

    public void AppendLog(string line)
    {
        if (IsCut())
        {
            File.AppendAllText(Path.Combine(folder, ArtifactFileNames.TrainingLog), line[..(line.Length / 2)]);
            throw new PowerCutException();
        }

        files.AppendLog(line);
    }

    public void Write(string name, Action<Stream> write)
    {
        if (IsCut())
        {
            using MemoryStream whole = new();
            write(whole);
            files.Write(name, stream => stream.Write(whole.GetBuffer(), 0, (int)whole.Length / 2));
            throw new PowerCutException();
        }

        files.Write(name, write);
    }

    public void FlushLog() => Cut();

    public void Remove(string name)
    {
        Cut();
        files.Remove(name);
    }

    public void RemoveWhenSealed(IReadOnlyList<string> names) => files.RemoveWhenSealed(names);

    private bool IsCut() => Operations++ >= cutAt;

    private void Cut()
    {
        if (IsCut())
        {
            throw new PowerCutException();
        }
    }
}
