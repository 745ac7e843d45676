using System.Diagnostics;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>
/// <c>models/registry.jsonl</c>: every move of a production pointer, one JSON line each, beside the folders it is about.
/// What stands there has happened, also where the database was lost or a process ended before it committed
/// (docs/decisions/074).
/// </summary>
public sealed class RegistryLog
{
    /// <summary>Name of the file in the folder of all models.</summary>
    public const string FileName = "registry.jsonl";

    /// <summary>Name of the file that only one process holds open at a time.</summary>
    public const string LockName = "registry.lock";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly string folder;

    /// <summary>Creates the log; the file is made at the first move.</summary>
    /// <param name="modelsFolder">Absolute path of <c>models/</c>.</param>
    public RegistryLog(string modelsFolder) => folder = Path.GetFullPath(modelsFolder);

    /// <summary>Absolute path of the file.</summary>
    public string FilePath => Path.Combine(folder, FileName);

    /// <summary>By which a change of the file is noticed cheaply.</summary>
    public RegistryStamp Stamp()
    {
        FileInfo file = new(FilePath);
        return file.Exists ? new RegistryStamp(file.Length, file.LastWriteTimeUtc) : new RegistryStamp(-1, default);
    }

    /// <summary>Reads every line that can be read; torn ones are counted, not thrown.</summary>
    /// <exception cref="SentinelException">The file is there and cannot be read.</exception>
    public RegistryHistory Read()
    {
        try
        {
            using FileStream stream = new(
                FilePath,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using StreamReader reader = new(stream, Encoding.UTF8);
            return RegistryHistory.Parse(reader.ReadToEnd());
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return RegistryHistory.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unavailable($"{FileName} in {folder} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Takes the turn of the only writer among all processes.</summary>
    /// <exception cref="SentinelException">The folder cannot be written, or another process keeps the turn too long.</exception>
    public async Task<RegistryLogWriter> OpenAsync(CancellationToken cancellationToken)
    {
        FileStream turn = await TakeTurnAsync(cancellationToken);
        try
        {
            bool isNew = !File.Exists(FilePath);
            // Unbuffered: what the disk refused must not be tried again when the stream is closed.
            FileStream stream = new(
                FilePath,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.ReadWrite,
                bufferSize: 0
            );
            if (isNew)
            {
                DurableFile.FlushFolder(folder);
            }

            return new RegistryLogWriter(turn, stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await turn.DisposeAsync();
            throw ReadOnly(exception);
        }
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, LockName);
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (HeldFile.IsReason(held) && waited.Elapsed < LongestWait)
            {
                // Somebody else's turn; it lasts milliseconds, and ends with its process in any case.
                await Task.Delay(Pause, cancellationToken);
            }
            catch (IOException exception) when (HeldFile.IsReason(exception))
            {
                throw Unavailable("Another process has been moving the production pointer for 30 seconds.", exception);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw ReadOnly(exception);
            }
        }
    }

    private SentinelException ReadOnly(Exception inner) =>
        Unavailable(
            $"The folder {folder} cannot be written, so the move would leave no trace; nothing was changed.",
            inner
        );

    private static SentinelException Unavailable(string message, Exception inner) =>
        new(FailureKind.Unavailable, "registry_unavailable", message, inner);
}
