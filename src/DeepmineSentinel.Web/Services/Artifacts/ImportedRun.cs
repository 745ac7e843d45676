using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>A run that came from elsewhere.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Outcome">What was done with it.</param>
/// <param name="State">Where it stands in the registry now.</param>
/// <param name="WithData">Whether the data that it learnt from came with it.</param>
public sealed record ImportedRun(string RunId, ImportOutcome Outcome, ModelVersionState State, bool WithData);
