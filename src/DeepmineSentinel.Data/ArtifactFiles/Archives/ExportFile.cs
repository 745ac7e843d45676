namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>One file of an export, by the name it gets there.</summary>
/// <param name="Name">For example <c>metrics.json</c> or <c>data/stopes.csv</c>.</param>
/// <param name="Write">Writes its bytes.</param>
public sealed record ExportFile(string Name, Action<Stream> Write);
