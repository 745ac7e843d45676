using DeepmineSentinel.Data.ArtifactFiles.Inventory;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>What room <c>models/</c> takes, bytes.</summary>
/// <param name="Runs">By run, newest first.</param>
/// <param name="Kinds">By kind, all kinds.</param>
/// <param name="Total">In all.</param>
public sealed record DiskUsage(IReadOnlyList<RunUsage> Runs, IReadOnlyDictionary<UsageKind, long> Kinds, long Total);
