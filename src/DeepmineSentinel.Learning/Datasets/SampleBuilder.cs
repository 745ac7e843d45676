using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Makes labelled samples of stopes' histories (docs/decisions/020).</summary>
public static class SampleBuilder
{
    /// <summary>Makes the samples.</summary>
    /// <param name="data">Stopes with their histories.</param>
    /// <param name="labels">Which labels, and what proves that a stope stood.</param>
    /// <param name="window">Window and step; a window ends at the last reading of every step that has one.</param>
    /// <exception cref="SentinelException">
    /// <c>no_stopes</c>: the data are empty. <c>no_labels</c>: there is nothing to learn from.
    /// </exception>
    public static SampleSet Build(MineDataset data, LabelOptions labels, WindowOptions window)
    {
        if (data.Stopes.Count == 0)
        {
            throw Insufficient("no_stopes", "There are no stopes to learn from. Import stopes first.");
        }

        LabelScheme scheme = SchemeOf(data, labels.Labels);
        IReadOnlyList<DuplicateStopes> duplicates = DuplicateSeries.Find(data.Stopes, scheme);
        HashSet<int> leftOut = [.. duplicates.SelectMany(same => same.Stopes.Where(stope => stope != same.Kept))];
        List<Sample> samples = [];
        for (int i = 0; i < data.Stopes.Count; i++)
        {
            if (leftOut.Contains(i))
            {
                continue;
            }

            IReadOnlyList<DateTime> ends = WindowEnds(data.Stopes[i], window);
            samples.AddRange(
                scheme == LabelScheme.Dated
                    ? DatedLabels.Label(data.Stopes[i], i, ends, labels.StandingUntil)
                    : UndatedLabels.Label(data.Stopes[i], i, ends)
            );
        }

        return samples.Count > 0
            ? new SampleSet
            {
                Stopes = data.Stopes,
                Samples = samples,
                Scheme = scheme,
                Window = window,
                Duplicates = duplicates,
            }
            : throw NoLabels(scheme);
    }

    /// <summary>The newest reading of every step that has one, in order; readings from a failure on are left out.</summary>
    public static IReadOnlyList<DateTime> WindowEnds(StopeHistory stope, WindowOptions window)
    {
        DateTime? failure = StopeTimeline.Of(stope).Failure;
        List<DateTime> ends = [];
        int last = int.MinValue;
        foreach (DateTime moment in stope.Readings.Select(reading => reading.Timestamp))
        {
            if (moment >= failure)
            {
                break;
            }

            int step = window.StepOf(moment);
            if (step == last)
            {
                ends[^1] = moment;
            }
            else
            {
                ends.Add(moment);
                last = step;
            }
        }

        return ends;
    }

    private static LabelScheme SchemeOf(MineDataset data, LabelSource source)
    {
        bool dated = data.Stopes.Any(stope => stope.Outcomes.Count > 0);
        bool undated = data.Stopes.Any(stope => stope.UndatedStability is not null);
        return source switch
        {
            LabelSource.Dated when dated => LabelScheme.Dated,
            LabelSource.Dated => throw NoLabels(LabelScheme.Dated),
            LabelSource.Undated when undated => LabelScheme.Undated,
            LabelSource.Undated => throw NoLabels(LabelScheme.Undated),
            _ when dated => LabelScheme.Dated,
            _ when undated => LabelScheme.Undated,
            _ => throw Insufficient(
                "no_labels",
                "No stope has a label. Import dated outcomes, or stopes with the column stability (1 stable, 0 not)."
            ),
        };
    }

    private static SentinelException NoLabels(LabelScheme scheme) =>
        scheme == LabelScheme.Dated
            ? Insufficient(
                "no_labels",
                "No dated outcome follows a reading. Import outcomes, or learn from undated labels (--labels undated)."
            )
            : Insufficient(
                "no_labels",
                "No stope has an undated label. Import stopes with the column stability, or use --labels dated."
            );

    private static SentinelException Insufficient(string code, string message) =>
        new(FailureKind.InsufficientData, code, message);
}
