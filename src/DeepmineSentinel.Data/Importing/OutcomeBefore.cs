using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Importing;

/// <summary>An outcome that an import replaced, with what people had said of it.</summary>
internal sealed record OutcomeBefore(Outcome Outcome, IReadOnlyList<OutcomeReview> Reviews);
