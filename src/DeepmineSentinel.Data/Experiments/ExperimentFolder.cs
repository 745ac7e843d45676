using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.Experiments;

/// <summary>One search, open for writing by one process.</summary>
public sealed class ExperimentFolder : IDisposable
{
    private const string Trials = "trials.jsonl";
    private const string Result = "result.json";
    private const string About = "experiment.json";
    private const string LockFile = "lock";
    private const long LongestFile = 256L << 20;

    private readonly string folder;
    private readonly FileStream held;

    private ExperimentFolder(string folder, FileStream held)
    {
        this.folder = folder;
        this.held = held;
    }

    /// <summary>The whole trials, each a JSON object, in the order they ended.</summary>
    public IReadOnlyList<string> ReadTrials() => [.. TrialsIn(folder)];

    /// <summary>What the search ended with, a JSON object; null: it has not ended, or the file is damaged.</summary>
    public string? ReadResult() => ResultIn(folder);

    /// <summary>Adds a trial; it is on disk when this returns.</summary>
    /// <param name="json">A JSON object on one line.</param>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public void AppendTrial(string json) =>
        Guarded(() =>
        {
            string path = Path.Combine(folder, Trials);
            bool isNew = !File.Exists(path);
            using (FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
            {
                // What a crash left of a line must not swallow the next one.
                string before = EndsWithinLine(stream) ? "\n" : "";
                stream.Seek(0, SeekOrigin.End);
                stream.Write(Encoding.UTF8.GetBytes(before + SealedLine.Seal(json) + "\n"));
                stream.Flush(flushToDisk: true);
            }

            if (isNew)
            {
                DurableFile.FlushFolder(folder);
            }
        });

    /// <summary>Says what the search ended with.</summary>
    /// <param name="json">A JSON object on one line.</param>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public void WriteResult(string json) => Write(Result, SealedLine.Seal(json) + "\n");

    /// <summary>Says, for people, what is searched.</summary>
    /// <param name="text">Text.</param>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public void WriteAbout(string text)
    {
        if (!Says(text))
        {
            Write(About, text);
        }
    }

    /// <summary>Forgets trials and result.</summary>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public void Reset() =>
        Guarded(() =>
        {
            File.Delete(Path.Combine(folder, Result));
            File.Delete(Path.Combine(folder, Trials));
            DurableFile.FlushFolder(folder);
        });

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    internal static ExperimentFolder Open(string folder)
    {
        string path = Path.Combine(folder, LockFile);
        try
        {
            Directory.CreateDirectory(folder);
            DurableFile.FlushFolder(Path.GetDirectoryName(folder)!);
            return new ExperimentFolder(
                folder,
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException exception) when (HeldFile.IsReason(exception))
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "experiment_busy",
                "Another process is at this very search; wait until it has ended.",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ExperimentStore.Unavailable(folder, exception);
        }
    }

    internal static IEnumerable<string> TrialsIn(string folder) =>
        Lines(Path.Combine(folder, Trials)).Select(SealedLine.Open).OfType<string>();

    internal static string? ResultIn(string folder) =>
        Lines(Path.Combine(folder, Result)).Select(SealedLine.Open).FirstOrDefault();

    private static string[] Lines(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Exists && file.Length <= LongestFile ? File.ReadAllLines(path) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ExperimentStore.Unavailable(Path.GetDirectoryName(path)!, exception);
        }
    }

    private static bool EndsWithinLine(FileStream stream)
    {
        if (stream.Length == 0)
        {
            return false;
        }

        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }

    // A search that is answered from the cache has nothing new to say, and a flush to disk takes its time.
    private bool Says(string text)
    {
        string path = Path.Combine(folder, About);
        try
        {
            return File.Exists(path) && File.ReadAllText(path) == text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Write(string name, string text) =>
        Guarded(() =>
            DurableFile.Write(Path.Combine(folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)))
        );

    private void Guarded(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ExperimentStore.Unavailable(folder, exception);
        }
    }
}
