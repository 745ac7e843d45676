using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>Looks at labels and data before their numbers are believed: one way for training, gate, report and evaluation (docs/decisions/093).</summary>
public static class DataFindings
{
    /// <summary>One channel's plain mean tells the classes apart.</summary>
    public const string LabelsSuspect = "labels_suspect";

    /// <summary>Physics and labels say the opposite of each other.</summary>
    public const string LabelsReversed = "labels_reversed";

    /// <summary>One stope has several names.</summary>
    public const string DuplicateStopes = "duplicate_stopes";

    /// <summary>Outcomes that no reading comes before.</summary>
    public const string OutcomesBeforeReadings = "outcomes_before_readings";

    /// <summary>Outcomes of one stope that cannot all be true.</summary>
    public const string ContradictoryOutcomes = "contradictory_outcomes";

    /// <summary>Everything found; empty: nothing odd.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="evaluation">Scores on held-out stopes, to set the logit on summaries beside the network; null: none.</param>
    public static IReadOnlyList<DataFinding> Of(SampleSet set, EvaluationResult? evaluation)
    {
        StopeLabels labels = StopeLabels.Of(set);
        return
        [
            .. new[]
            {
                MirrorTest.Find(set, labels, evaluation),
                PolarityCheck.Find(set, labels),
                DuplicateCheck.Find(set),
                OutcomeChecks.BeforeReadings(set),
                OutcomeChecks.Contradictory(set),
            }.OfType<DataFinding>(),
        ];
    }

    internal static DataFinding About(this DataFinding finding, IEnumerable<StopeHistory> stopes)
    {
        StopeHistory[] all = [.. stopes];
        return finding with
        {
            StopeKeys = [.. all.Select(StopeKey.Of)],
            StopeNames = [.. all.Select(stope => stope.Name)],
        };
    }
}
