using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Database;

/// <summary>What reviews made of outcomes, as the database sees <see cref="Outcome.StateAfter"/>.</summary>
public static class ReviewedOutcomes
{
    /// <summary>Outcomes whose last review accepted them, and those without one that nobody entered by hand.</summary>
    public static IQueryable<Outcome> LearnableOutcomes(this SentinelDbContext context) =>
        Judged(context).Where(row => row.Accepted ?? row.Outcome.EnteredBy == null).Select(row => row.Outcome);

    /// <summary>What is taken to have happened: all outcomes but those that their last review put aside. Caution waits for no review.</summary>
    public static IQueryable<Outcome> CountedOutcomes(this SentinelDbContext context) =>
        Judged(context).Where(row => row.Accepted ?? true).Select(row => row.Outcome);

    /// <summary>Failures among the <see cref="CountedOutcomes"/>: their stopes stand no longer.</summary>
    public static IQueryable<Outcome> Failures(this SentinelDbContext context) =>
        context.CountedOutcomes().Where(outcome => outcome.Class == OutcomeClass.Failure);

    /// <summary>Outcomes entered by hand that nobody has reviewed.</summary>
    public static IQueryable<Outcome> WaitingOutcomes(this SentinelDbContext context) =>
        context.Outcomes.Where(outcome =>
            outcome.EnteredBy != null && !context.OutcomeReviews.Any(review => review.OutcomeId == outcome.Id)
        );

    // With what the last review said; null: there is none.
    private static IQueryable<JudgedOutcome> Judged(SentinelDbContext context) =>
        context.Outcomes.Select(outcome => new JudgedOutcome
        {
            Outcome = outcome,
            Accepted = context
                .OutcomeReviews.Where(review => review.OutcomeId == outcome.Id)
                .OrderByDescending(review => review.Id)
                .Select(review => (bool?)review.Accepted)
                .FirstOrDefault(),
        });

    private sealed record JudgedOutcome
    {
        public required Outcome Outcome { get; init; }

        public required bool? Accepted { get; init; }
    }
}
