namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>What was written.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Path">The zip or the folder, absolute.</param>
/// <param name="Files">Names in it.</param>
/// <param name="WithData">Whether the mine's data are among them.</param>
public sealed record ExportedRun(string RunId, string Path, IReadOnlyList<string> Files, bool WithData);
