using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>Whether the dated outcomes of a stope can be learnt from and can all be true.</summary>
internal static class OutcomeChecks
{
    public static DataFinding? BeforeReadings(SampleSet set)
    {
        if (set.Scheme != LabelScheme.Dated)
        {
            return null;
        }

        (StopeHistory Stope, int Early)[] early =
        [
            .. set
                .Stopes.Where(stope => stope.Readings.Count > 0)
                .Select(stope =>
                    (stope, stope.Outcomes.Count(one => StopeTimeline.MomentOf(one) <= stope.Readings[0].Timestamp))
                )
                .Where(one => one.Item2 > 0),
        ];
        if (early.Length == 0)
        {
            return null;
        }

        int lost = early.Count(one => StopeTimeline.Of(one.Stope).Failure <= one.Stope.Readings[0].Timestamp);
        int outcomes = early.Sum(one => one.Early);
        List<string> told =
        [
            $"{outcomes} outcomes of {early.Length} stopes are not later than their first reading: nothing could foresee them, so they label nothing.",
        ];
        if (lost > 0)
        {
            told.Add($"{lost} of these stopes failed before their first reading and were left out altogether.");
        }

        told.Add("Are the dates right?");
        return new DataFinding(DataFindings.OutcomesBeforeReadings, string.Join(' ', told))
        {
            Numbers = new Dictionary<string, double>
            {
                ["outcomes"] = outcomes,
                ["stopes"] = early.Length,
                ["failed_before"] = lost,
            },
        }.About(early.Select(one => one.Stope));
    }

    public static DataFinding? Contradictory(SampleSet set)
    {
        StopeHistory[] atOnce = [.. set.Stopes.Where(IsTwoThingsAtOnce)];
        StopeHistory[] after = [.. set.Stopes.Where(IsStableAfterFailure)];
        StopeHistory[] undated = [.. set.Stopes.Where(IsStableAndFailed)];
        List<string> told = [];
        Tell(atOnce, $"{atOnce.Length} stopes have different outcomes at the same moment: the worse one counts.");
        Tell(after, $"{after.Length} stopes are called stable after they failed: the first failure counts.");
        Tell(
            undated,
            $"{undated.Length} stopes are labelled stable without a date and have failed: the labels that were asked for count."
        );
        return told.Count == 0
            ? null
            : new DataFinding(
                DataFindings.ContradictoryOutcomes,
                string.Join(' ', told.Append("Correct the outcomes that are wrong."))
            )
            {
                Numbers = new Dictionary<string, double>
                {
                    ["at_one_moment"] = atOnce.Length,
                    ["stable_after_failure"] = after.Length,
                    ["undated_stable_and_failed"] = undated.Length,
                },
            }.About(atOnce.Union(after).Union(undated));

        void Tell(StopeHistory[] stopes, string sentence)
        {
            if (stopes.Length > 0)
            {
                told.Add(sentence);
            }
        }
    }

    private static bool IsTwoThingsAtOnce(StopeHistory stope) =>
        stope
            .Outcomes.GroupBy(outcome => outcome.ObservedAt)
            .Any(moment => moment.Select(outcome => outcome.Class).Distinct().Count() > 1);

    private static bool IsStableAfterFailure(StopeHistory stope) =>
        StopeTimeline.Of(stope).Failure is { } failure
        && stope.Outcomes.Any(outcome => outcome.Class == OutcomeClass.Stable && outcome.ObservedAt > failure);

    private static bool IsStableAndFailed(StopeHistory stope) =>
        stope.UndatedStability == true && stope.Outcomes.Any(outcome => outcome.Class == OutcomeClass.Failure);
}
