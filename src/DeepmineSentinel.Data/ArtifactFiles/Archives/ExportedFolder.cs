using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>A run in a folder of any name anywhere: an export, a copy, or a run's own folder.</summary>
public static class ExportedFolder
{
    /// <summary>What may lie in an exported run beside the files of its manifest.</summary>
    internal static IReadOnlyList<string> NamesBeside { get; } =
    [
        ArtifactFileNames.Manifest,
        ArtifactFileNames.ExportReadme,
        ArtifactFileNames.Report,
        .. ImportKinds.OfMines.Select(kind =>
            $"{ArtifactFileNames.ExportedData}/{Path.GetFileName(MineFiles.In("").PathOf(kind))}"
        ),
    ];

    /// <summary>Opens a run and verifies every file of it.</summary>
    /// <exception cref="SentinelException">
    /// <c>not_a_run</c>: there is no manifest of a run. <c>artifact_damaged</c>: a file is not as the manifest says.
    /// </exception>
    public static SealedRun Open(string folder)
    {
        if (ManifestOf(folder) is { } manifest && RunId.TryParse(manifest.RunId, out RunId id))
        {
            return RunVerification.Verify(id, folder);
        }

        throw new SentinelException(
            FailureKind.InvalidInput,
            "not_a_run",
            $"{folder} is no exported run: it has no whole {ArtifactFileNames.Manifest}."
        );
    }

    /// <summary>Names that the manifest of a folder lists; none where there is no whole one.</summary>
    internal static IEnumerable<string> ListedIn(string folder) =>
        ManifestOf(folder)?.Files.Select(file => file.Name) ?? [];

    /// <summary>The manifest of a folder, files not looked at; null: none that is whole.</summary>
    internal static RunManifest? ManifestOf(string folder)
    {
        FileInfo file = new(Path.Combine(folder, ArtifactFileNames.Manifest));
        return file.Exists && file.Length <= RunVerification.LargestManifest
            ? ManifestText.Read(Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName))).Manifest
            : null;
    }
}
