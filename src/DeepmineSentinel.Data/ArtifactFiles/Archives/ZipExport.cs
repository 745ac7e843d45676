using System.IO.Compression;
using System.Text;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>Writes an export as one zip file; the same run gives the same bytes.</summary>
public static class ZipExport
{
    // A regular file that everybody may read and its owner may write.
    private const int OrdinaryFile = unchecked((int)(0x81A4u << 16));

    /// <summary>Writes the zip.</summary>
    /// <param name="target">Written to; left open.</param>
    /// <param name="content">What goes in.</param>
    /// <param name="cancellationToken">Looked at before every file.</param>
    /// <exception cref="Core.Errors.SentinelException">A file of the run is no longer as its manifest says.</exception>
    public static void Write(Stream target, ExportContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        using ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (ExportFile file in content.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ZipArchiveEntry entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(content.Run.Manifest.SealedAt, TimeSpan.Zero);
            entry.ExternalAttributes = OrdinaryFile;
            using Stream stream = entry.Open();
            file.Write(stream);
        }
    }
}
