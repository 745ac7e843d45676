namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Whether a run's files are as its manifest says.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Problem">What is wrong; null: nothing.</param>
public sealed record RunVerdict(string RunId, string? Problem);
