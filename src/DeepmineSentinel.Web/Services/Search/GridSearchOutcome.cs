using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>What a search left behind.</summary>
/// <param name="Result">The best trial's run, with every trial in its part <c>search</c>.</param>
/// <param name="WasThere">Whether an earlier search had made the run already.</param>
/// <param name="Promoted">Whether the run was promoted in this call.</param>
public sealed record GridSearchOutcome(TrainingResult Result, bool WasThere, bool Promoted);
