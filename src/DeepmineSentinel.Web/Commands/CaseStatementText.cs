using System.Globalization;
using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.Commands;

/// <summary>What a model of case histories says, for people, a line each.</summary>
internal static class CaseStatementText
{
    public static IEnumerable<string> Lines(CaseStatement? statement)
    {
        if (statement is null)
        {
            return
            [
                "case histories: no model answers (import-data case-histories FILE, then train-model --purpose case-history)",
            ];
        }

        return
        [
            $"case histories, run {statement.RunId}: {PredictionTable.Word(statement.Class)}"
                + (statement.UnknownReason is { } reason ? $": {reason}" : ""),
            .. statement.Probabilities.Select(item =>
                $"  {PredictionTable.Word(item.Class), -12} {PredictionTable.Share(item.Probability), 7}{PredictionTable.Range(item.Interval)}"
            ),
            .. Facts(statement).Select(fact => "  " + fact),
        ];
    }

    private static IEnumerable<string> Facts(CaseStatement statement)
    {
        if (statement.Gate is { Passed: false } gate)
        {
            yield return $"THE GATE HAS NOT PASSED this model: {string.Join(" ", gate.Reasons)}";
        }

        if (statement.ConformalSet.Count > 0)
        {
            yield return "cannot be excluded at 90 %: "
                + string.Join(", ", statement.ConformalSet.Select(state => PredictionTable.Word(state)));
        }

        if (statement.Distance is { } distance)
        {
            yield return Invariant(
                $"nearest case {distance:0.00} away; 99 % of the cases have another within {statement.DistanceLimit:0.00}"
            );
        }

        CaseReliability known = statement.Reliability;
        yield return Invariant(
            $"such models on {known.Cases} cases that they had not seen ({(known.HeldOut == "source" ? $"whole sources held out, {known.Sources} sources" : "random folds")}): log-loss {known.LogLoss:0.000}, {known.FailuresCalledStable} of {known.Failures} failures called stable"
        );
        if (statement.SameAnswer.Count > 0)
        {
            yield return "what became of those with this answer: "
                + string.Join(
                    ", ",
                    statement.SameAnswer.Select(count =>
                        Invariant($"{count.Cases} {PredictionTable.Word(count.Class)}")
                    )
                );
        }

        foreach (string warning in statement.Warnings)
        {
            yield return warning;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
