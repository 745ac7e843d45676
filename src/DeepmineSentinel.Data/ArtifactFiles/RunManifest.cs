namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>The list of a run's files that makes a folder a model: <c>manifest.json</c>, written last.</summary>
public sealed record RunManifest
{
    /// <summary>Format that this version writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Format it is written in.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>Oldest format a reader must know to read it.</summary>
    public required int OldestReader { get; init; }

    /// <summary>Run it belongs to.</summary>
    public required string RunId { get; init; }

    /// <summary>When it was sealed, UTC.</summary>
    public required DateTime SealedAt { get; init; }

    /// <summary>Snapshot of the data, a folder of <c>models/data/</c>; null: the data were files of the user.</summary>
    public string? DataSnapshot { get; init; }

    /// <summary>Every file but checkpoints and the manifest itself, sorted by name.</summary>
    public required IReadOnlyList<ManifestEntry> Files { get; init; }
}
