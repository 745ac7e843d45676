using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>All files of an export; a zip and a folder hold the same.</summary>
/// <param name="Run">The run, verified.</param>
/// <param name="Files">In the order in which they are written, the manifest last.</param>
public sealed record ExportContent(SealedRun Run, IReadOnlyList<ExportFile> Files)
{
    /// <summary>The run byte for byte, and what comes beside it.</summary>
    /// <param name="run">A verified run.</param>
    /// <param name="beside">Files that the manifest does not list.</param>
    /// <param name="data">Snapshot that goes along; null: none.</param>
    public static ExportContent Of(SealedRun run, IReadOnlyList<ExportFile> beside, MineFiles? data)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ExportContent(
            run,
            [
                .. beside,
                .. run.Manifest.Files.Select(file => new ExportFile(file.Name, target => run.Copy(file.Name, target))),
                .. data is null ? [] : ImportKinds.OfMines.Select(kind => Data(data.PathOf(kind))),
                new ExportFile(ArtifactFileNames.Manifest, target => Copy(run.OpenManifest(), target)),
            ]
        );
    }

    private static ExportFile Data(string path) =>
        new(
            $"{ArtifactFileNames.ExportedData}/{Path.GetFileName(path)}",
            target => Copy(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), target)
        );

    private static void Copy(Stream from, Stream target)
    {
        using (from)
        {
            from.CopyTo(target);
        }
    }
}
