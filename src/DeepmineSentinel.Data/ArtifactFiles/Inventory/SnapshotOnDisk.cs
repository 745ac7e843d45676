namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>A snapshot's folder.</summary>
/// <param name="Hash">Its name.</param>
/// <param name="Bytes">Bytes of all its files.</param>
/// <param name="UsedAt">When a run last took it, UTC.</param>
public sealed record SnapshotOnDisk(string Hash, long Bytes, DateTime UsedAt);
