using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Labels of windows from dated outcomes.</summary>
internal static class DatedLabels
{
    private const int ConditionDays = 7;

    public static IEnumerable<Sample> Label(
        StopeHistory stope,
        int index,
        IReadOnlyList<DateTime> ends,
        StandingEvidence evidence
    )
    {
        StopeTimeline timeline = StopeTimeline.Of(stope, evidence);
        if (stope.Readings.Count == 0)
        {
            return stope.Outcomes.Count == 0 ? [] : [WithoutReadings(stope, index, timeline)];
        }

        return ends.Select(t =>
                Condition(stope, index, t) with
                {
                    Hazard = HazardLabels.At(t, timeline.Failure, timeline.StandingUntil),
                }
            )
            .Where(sample => sample.HasCondition || sample.Hazard.Known != 0);
    }

    // No readings, no moment that was drawn fairly: the decisive outcome seen from as far ahead as a condition looks, and
    // no hazards, whose rate such a choice would bend.
    private static Sample WithoutReadings(StopeHistory stope, int index, StopeTimeline timeline)
    {
        DateTime decisive = timeline.Failure ?? stope.Outcomes.Max(StopeTimeline.MomentOf);
        return Condition(stope, index, decisive.AddDays(-ConditionDays));
    }

    private static Sample Condition(StopeHistory stope, int index, DateTime t)
    {
        int worst = Sample.NoLabel;
        DateTime until = t.AddDays(ConditionDays);
        foreach (Outcome outcome in stope.Outcomes)
        {
            DateTime moment = StopeTimeline.MomentOf(outcome);
            if (moment > t && moment <= until)
            {
                worst = Math.Max(worst, (int)outcome.Class);
            }
        }

        return new Sample
        {
            StopeIndex = index,
            AsOf = t,
            ConditionLabel = worst,
            ConditionWeight = worst >= 0 ? 1 : 0,
            IsConditionScored = worst >= 0,
        };
    }
}
