namespace DeepmineSentinel.Web.Api;

/// <summary>Why a run failed.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record TrainingRunFailure(string Code, string Message);
