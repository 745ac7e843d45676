namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>A file that is being read.</summary>
internal sealed class StagedJob(ImportStage stage, long length) : IProgress<long>
{
    private long rows;
    private FileStream? content;

    /// <summary>How far it has come.</summary>
    public ImportState State =>
        new()
        {
            Stage = stage,
            Rows = Interlocked.Read(ref rows),
            Share = Share(Volatile.Read(ref content)),
        };

    public void Report(long value) => Interlocked.Exchange(ref rows, value);

    /// <summary>Takes the share that was read from where the stream stands.</summary>
    public void Follow(FileStream stream) => Volatile.Write(ref content, stream);

    private double? Share(FileStream? stream)
    {
        try
        {
            return stream is null || length == 0 ? null : Math.Clamp((double)stream.Position / length, 0, 1);
        }
        catch (ObjectDisposedException)
        {
            return 1;
        }
    }
}
