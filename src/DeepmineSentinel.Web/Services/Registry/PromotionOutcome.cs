using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>What became of a promotion.</summary>
/// <param name="Version">The version that answers now.</param>
/// <param name="Verdict">What the gate found; null: nothing was to be done.</param>
/// <param name="Move">The move as history keeps it; null: the version answered already.</param>
public sealed record PromotionOutcome(ModelVersion Version, GateVerdict? Verdict, PointerMove? Move);
