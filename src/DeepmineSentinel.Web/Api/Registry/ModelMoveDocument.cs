using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Api.Registry;

/// <summary>What became of a promotion or a rollback.</summary>
/// <param name="Model">The version that answers now.</param>
/// <param name="Moved">Whether anything was changed; false: it answered already.</param>
/// <param name="Gate">What the gate found; null: it was not asked.</param>
internal sealed record ModelMoveDocument(ModelSummary Model, bool Moved, GateVerdict? Gate)
{
    public static ModelMoveDocument Of(PromotionOutcome outcome) =>
        new(ModelSummary.Of(outcome.Version), outcome.Move is not null, outcome.Verdict);
}
