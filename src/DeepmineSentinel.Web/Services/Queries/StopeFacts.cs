using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What is stored of one stope, its prediction left out.</summary>
public sealed record StopeFacts
{
    public required Stope Stope { get; init; }

    public required Mine Mine { get; init; }

    public required ReadingSpan Readings { get; init; }

    /// <summary>Extremes of the newest days, newest first, at most <see cref="StopeQueries.DaysListed"/>.</summary>
    public required IReadOnlyList<ReadingSummary> LastDays { get; init; }

    /// <summary>Newest first, at most <see cref="StopeQueries.MostListed"/>.</summary>
    public required IReadOnlyList<OperationalEvent> Events { get; init; }

    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Reviews of these outcomes, oldest first.</summary>
    public required ILookup<int, OutcomeReview> Reviews { get; init; }

    /// <summary>Whether an outcome may be learnt from.</summary>
    public OutcomeReviewState StateOf(Outcome outcome) => outcome.StateAfter(Reviews[outcome.Id].LastOrDefault());

    /// <summary>The last answer about each moment, newest first, at most <see cref="StopeQueries.MostListed"/>.</summary>
    public required IReadOnlyList<StopeAnswer> Answers { get; init; }

    /// <summary>When it fell, UTC; null: no failure is among the outcomes that count.</summary>
    public DateTime? FailedAt =>
        Outcomes
            .Where(seen => seen.Class == OutcomeClass.Failure && StateOf(seen) != OutcomeReviewState.PutAside)
            .Min(seen => (DateTime?)seen.EffectiveAt);

    public required IReadOnlyList<PredictionFeedback> Feedback { get; init; }
}
