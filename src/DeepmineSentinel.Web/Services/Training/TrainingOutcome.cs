using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>What a finished run left behind.</summary>
/// <param name="Version">The registered version, as it stood when the run ended.</param>
/// <param name="Promoted">Whether it was promoted.</param>
/// <param name="Result">What the run found.</param>
public sealed record TrainingOutcome(ModelVersion Version, bool Promoted, TrainingResult Result);
