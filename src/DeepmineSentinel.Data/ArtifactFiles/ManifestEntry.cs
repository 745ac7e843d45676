namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>One file of a run as the manifest has it.</summary>
/// <param name="Name">Name within the run's folder.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">SHA-256, 64 lower-case hex digits.</param>
public sealed record ManifestEntry(string Name, long Size, string Sha256);
