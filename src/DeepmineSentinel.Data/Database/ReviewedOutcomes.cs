using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Database;

/// <summary>Which outcomes may be learnt from, as the database sees <see cref="Outcome.StateAfter"/>.</summary>
public static class ReviewedOutcomes
{
    /// <summary>Outcomes whose last review accepted them, and those without one that nobody entered by hand.</summary>
    public static IQueryable<Outcome> LearnableOutcomes(this SentinelDbContext context) =>
        context.Outcomes.Where(outcome =>
            context
                .OutcomeReviews.Where(review => review.OutcomeId == outcome.Id)
                .OrderByDescending(review => review.Id)
                .Select(review => (bool?)review.Accepted)
                .FirstOrDefault()
            ?? outcome.EnteredBy == null
        );

    /// <summary>Outcomes entered by hand that nobody has reviewed.</summary>
    public static IQueryable<Outcome> WaitingOutcomes(this SentinelDbContext context) =>
        context.Outcomes.Where(outcome =>
            outcome.EnteredBy != null && !context.OutcomeReviews.Any(review => review.OutcomeId == outcome.Id)
        );
}
