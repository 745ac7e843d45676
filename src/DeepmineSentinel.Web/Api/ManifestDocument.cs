using DeepmineSentinel.Data.ArtifactFiles;

namespace DeepmineSentinel.Web.Api;

/// <summary>The files of a run, verified when it was asked for.</summary>
internal sealed record ManifestDocument
{
    public required int FormatVersion { get; init; }
    public required int OldestReader { get; init; }
    public required DateTime SealedAt { get; init; }

    /// <summary>Folder of models/data/; null: the data were files of the user.</summary>
    public string? DataSnapshot { get; init; }

    /// <summary>Bytes of all files together.</summary>
    public required long Size { get; init; }
    public required IReadOnlyList<ManifestEntry> Files { get; init; }

    public static ManifestDocument Of(RunManifest manifest) =>
        new()
        {
            FormatVersion = manifest.FormatVersion,
            OldestReader = manifest.OldestReader,
            SealedAt = manifest.SealedAt,
            DataSnapshot = manifest.DataSnapshot,
            Size = manifest.Files.Sum(file => file.Size),
            Files = manifest.Files,
        };
}
