namespace DeepmineSentinel.Learning.Runs;

/// <summary>What a run that was stopped left in its folder.</summary>
/// <param name="Names">Names of its files, with '/' between folder and file.</param>
/// <param name="Open">Opens one by name.</param>
public sealed record RunFiles(IReadOnlyList<string> Names, Func<string, Stream> Open);
