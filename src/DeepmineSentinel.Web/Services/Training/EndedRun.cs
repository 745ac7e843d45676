using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>A queued run that was seen through.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">How it ended.</param>
/// <param name="Failure">What it failed of; null: it did not.</param>
internal sealed record EndedRun(string RunId, TrainingRunState State, Exception? Failure);
