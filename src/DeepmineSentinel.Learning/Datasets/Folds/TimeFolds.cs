using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets.Folds;

/// <summary>
/// Turns folds by stope into folds by stope and time: who learns is labelled as of the split, when nothing later was known; who
/// is tested on is asked from 30 days after it on. An input window may cross the split.
/// </summary>
internal static class TimeFolds
{
    /// <summary>Fewest days from the first reading to the last.</summary>
    public const int FewestDays = 180;

    private const int GapDays = 30;

    // Of the 180 days at least, 108 to learn from, 30 between and 42 to test on, of which the farthest horizon takes 30.
    private const double Past = 0.6;

    public static IReadOnlyList<Fold> Create(SampleSet set, LabelOptions labels, IReadOnlyList<Fold> folds)
    {
        StopeHistory[] read = [.. set.Stopes.Where(stope => stope.Readings.Count > 0)];
        double days = read.Length == 0 ? 0 : (LastOf(read) - FirstOf(read)).TotalDays;
        if (days < FewestDays || set.Scheme == LabelScheme.Undated)
        {
            throw FoldPlan.Refused(
                FailureKind.InsufficientData,
                "too_few_days",
                set.Scheme == LabelScheme.Undated
                    ? "Undated labels say nothing of when: hold out stopes instead (--holdout-by stope)."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"To hold out by time takes readings over {FewestDays} days; these span {Math.Floor(days)}. Hold out stopes instead (--holdout-by stope)."
                    )
            );
        }

        DateTime split = FirstOf(read).AddDays(Math.Floor(Past * days));
        return [.. folds.Select(fold => At(fold, labels, split))];
    }

    private static Fold At(Fold fold, LabelOptions labels, DateTime split)
    {
        HashSet<int> test = [.. fold.Split.Test];
        StopeHistory[] stopes =
        [
            .. fold.Set.Stopes.Select((stope, i) => test.Contains(i) ? stope : KnownBy(stope, split)),
        ];
        SampleSet known = SampleBuilder.Build(new MineDataset(stopes, ""), labels, fold.Set.Window);
        DateTime from = split.AddDays(GapDays);
        SampleSet set = known with
        {
            Samples = [.. known.Samples.Where(sample => !test.Contains(sample.StopeIndex) || sample.AsOf >= from)],
        };
        return set.Samples.Any(sample => test.Contains(sample.StopeIndex))
            ? fold with
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{fold.Name} from {from:yyyy-MM-dd}"),
                Set = set,
            }
            : throw FoldPlan.Refused(
                FailureKind.InsufficientData,
                "no_later_labels",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No stope of {fold.Name} has labels after {from:yyyy-MM-dd}: hold out stopes instead (--holdout-by stope)."
                )
            );
    }

    // What anybody could know of a stope at a moment.
    private static StopeHistory KnownBy(StopeHistory stope, DateTime moment) =>
        stope with
        {
            Readings = [.. stope.Readings.Where(reading => reading.Timestamp <= moment)],
            Events = [.. stope.Events.Where(one => one.Timestamp <= moment)],
            Outcomes = [.. stope.Outcomes.Where(outcome => outcome.ObservedAt <= moment)],
        };

    private static DateTime FirstOf(StopeHistory[] stopes) => stopes.Min(stope => stope.Readings[0].Timestamp);

    private static DateTime LastOf(StopeHistory[] stopes) => stopes.Max(stope => stope.Readings[^1].Timestamp);
}
