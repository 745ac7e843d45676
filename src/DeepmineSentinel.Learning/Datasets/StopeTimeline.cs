using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>The two moments that labels hang on.</summary>
/// <param name="Failure">First failure: when it occurred, else when it was observed, UTC; null: none was seen.</param>
/// <param name="StandingUntil">Last dated outcome (or reading, where readings prove standing), UTC; null: none.</param>
public sealed record StopeTimeline(DateTime? Failure, DateTime? StandingUntil)
{
    /// <summary>The timeline of a stope.</summary>
    public static StopeTimeline Of(StopeHistory stope, StandingEvidence evidence = StandingEvidence.Outcomes)
    {
        StopeTimeline seen = Of(stope.Outcomes);
        return evidence == StandingEvidence.Readings && stope.Readings.Count > 0
            ? seen with
            {
                StandingUntil = Later(seen.StandingUntil, stope.Readings[^1].Timestamp),
            }
            : seen;
    }

    /// <summary>The timeline that dated outcomes alone tell.</summary>
    public static StopeTimeline Of(IEnumerable<Outcome> outcomes)
    {
        DateTime? failure = null;
        DateTime? standing = null;
        foreach (Outcome outcome in outcomes)
        {
            if (outcome.Class == OutcomeClass.Failure && !(failure <= outcome.EffectiveAt))
            {
                failure = outcome.EffectiveAt;
            }

            standing = Later(standing, outcome.ObservedAt);
        }

        return new StopeTimeline(failure, standing);
    }

    /// <summary>
    /// The moment from which an outcome counts: a failure's own, as for hazards; otherwise the observation's, because a
    /// state that was seen was still there.
    /// </summary>
    public static DateTime MomentOf(Outcome outcome) =>
        outcome.Class == OutcomeClass.Failure ? outcome.EffectiveAt : outcome.ObservedAt;

    private static DateTime Later(DateTime? one, DateTime other) => one > other ? one.Value : other;
}
