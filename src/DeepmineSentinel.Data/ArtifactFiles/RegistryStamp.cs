namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>How <c>registry.jsonl</c> looked from outside.</summary>
/// <param name="Length">Bytes; -1: there was no file.</param>
/// <param name="Written">When it was written last, UTC.</param>
public sealed record RegistryStamp(long Length, DateTime Written);
