using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>One thing that an edit of the plan changed.</summary>
/// <param name="Level">Level it is about; null: the whole plan.</param>
/// <param name="What">The field.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there from then on.</param>
public sealed record PlanChange(AlertLevel? Level, string What, string Before, string After)
{
    /// <summary>Everything that differs between two plans.</summary>
    public static IEnumerable<PlanChange> Between(ResponsePlan before, ResponsePlan after) =>
        ResponsePlan
            .Levels.SelectMany(level =>
                Fields(before.Of(level))
                    .Zip(Fields(after.Of(level)))
                    .Select(pair => new PlanChange(level, pair.First.What, pair.First.Text, pair.Second.Text))
            )
            .Concat(
                Fields(before)
                    .Zip(Fields(after))
                    .Select(pair => new PlanChange(null, pair.First.What, pair.First.Text, pair.Second.Text))
            )
            .Where(change => change.Before != change.After);

    private static IEnumerable<(string What, string Text)> Fields(ResponseLevel level) =>
        [
            ("When", level.Conditions),
            ("What to do", string.Join(" / ", level.Actions)),
            ("Who", level.Roles),
            ("Re-entry", level.ReEntry),
            ("Answer within", AlertWords.Length(level.EscalateAfter)),
            ("Falls after", AlertWords.Length(level.LowerAfter)),
        ];

    private static IEnumerable<(string What, string Text)> Fields(ResponsePlan plan) =>
        [
            ("Missing data call people after", AlertWords.Length(plan.ConfirmNoDataAfter)),
            ("Longest silence", AlertWords.Length(plan.LongestSilence)),
        ];
}
