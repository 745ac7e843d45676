namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>All that lies in <c>models/</c> at one moment.</summary>
public sealed record ModelsInventory
{
    /// <summary>Runs with a folder or compressed, newest first.</summary>
    public required IReadOnlyList<RunOnDisk> Runs { get; init; }

    /// <summary>Snapshots by name.</summary>
    public required IReadOnlyList<SnapshotOnDisk> Snapshots { get; init; }

    /// <summary>Evaluations by key.</summary>
    public required IReadOnlyList<EvaluationOnDisk> Evaluations { get; init; }

    /// <summary>Ids of runs that a search names as its best.</summary>
    public required IReadOnlySet<string> SearchedRuns { get; init; }

    /// <summary>Hashes of 64 digits that a search names; those of its data are among them.</summary>
    public required IReadOnlySet<string> SearchedHashes { get; init; }

    /// <summary>Bytes by kind, all kinds.</summary>
    public required IReadOnlyDictionary<UsageKind, long> Bytes { get; init; }

    /// <summary>Bytes in all.</summary>
    public long Total => Bytes.Values.Sum();
}
