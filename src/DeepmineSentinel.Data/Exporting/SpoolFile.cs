namespace DeepmineSentinel.Data.Exporting;

/// <summary>
/// A temporary file that removes itself: rows are written synchronously, which a web response does not allow, and an
/// export that fails half way sends nothing.
/// </summary>
internal sealed class SpoolFile : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public SpoolFile() => Stream = new FileStream(path, FileMode.Create, FileAccess.Write);

    /// <summary>Where to write; closed by who writes.</summary>
    public FileStream Stream { get; }

    public async Task CopyToAsync(Stream destination, CancellationToken token)
    {
        await using FileStream written = File.OpenRead(path);
        await written.CopyToAsync(destination, token);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(path);
    }
}
