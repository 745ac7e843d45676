using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>The turn of the one writer of <c>registry.jsonl</c>; disposing it gives the turn away.</summary>
public sealed class RegistryLogWriter : IDisposable
{
    private readonly FileStream turn;
    private readonly FileStream stream;

    internal RegistryLogWriter(FileStream turn, FileStream stream)
    {
        this.turn = turn;
        this.stream = stream;
    }

    /// <summary>Reads all moves.</summary>
    public RegistryHistory Read()
    {
        stream.Position = 0;
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        return RegistryHistory.Parse(reader.ReadToEnd());
    }

    /// <summary>Adds a line and waits until the disk has it; a line torn by an earlier crash is ended first.</summary>
    /// <returns>Where the file ended before, for <see cref="TakeBack"/>.</returns>
    /// <exception cref="SentinelException">The disk refused it; the file is as it was.</exception>
    public long Append(PointerMove move)
    {
        long end = stream.Length;
        try
        {
            string line = (EndsInsideLine(end) ? "\n" : "") + RegistryLine.Write(move) + "\n";
            stream.Position = end;
            stream.Write(Encoding.UTF8.GetBytes(line));
            stream.Flush(flushToDisk: true);
            return end;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TakeBack(end);
            throw new SentinelException(
                FailureKind.Unavailable,
                "registry_unavailable",
                $"{RegistryLog.FileName} cannot be written: {exception.Message} Nothing was changed.",
                exception
            );
        }
    }

    /// <summary>Cuts off what was added: the move did not happen after all.</summary>
    public void TakeBack(long end)
    {
        stream.SetLength(end);
        stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        turn.Dispose();
    }

    private bool EndsInsideLine(long end)
    {
        if (end == 0)
        {
            return false;
        }

        stream.Position = end - 1;
        return stream.ReadByte() != '\n';
    }
}
