using System.Globalization;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>
/// Decides whether a model of case histories may answer: with whole sources held out (by random folds where no source can be)
/// its log-loss is below that of the shares alone, and not clearly worse than that of the ordinal logit on ln HR and ln N',
/// which knows nothing but the two axes of the graph. Beside the version in production it is judged by
/// <see cref="ProductionGate"/>.
/// </summary>
public static class CaseGate
{
    /// <summary>Name of the candidate that knows nothing but shares.</summary>
    public const string Majority = "majority";

    /// <summary>Judges.</summary>
    /// <param name="evaluation">Evaluation in which majority, reference and product were compared.</param>
    public static GateVerdict Judge(CaseEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        CaseComparison held = evaluation.Hardest;
        CaseCandidate product = held.Of(CaseCandidates.Product);
        if (product.LogLoss is not { } loss || !double.IsFinite(loss))
        {
            return new GateVerdict(false, true, ["The log-loss of the model is not a finite number."]);
        }

        double majority = held.Of(Majority).LogLoss!.Value;
        LossDifference difference = product.Difference!;
        bool above = loss < majority;
        bool beside = difference.Lower <= 0;
        string where = evaluation.Source is null ? "by random folds" : "with whole sources held out";
        return new GateVerdict(
            above && beside,
            true,
            [
                Invariant(
                    $"Log-loss {loss:F3} {where} is {(above ? "below" : "not below")} that of the shares alone, {majority:F3}."
                ),
                Invariant(
                    $"Log-loss minus that of the ordinal logit on ln HR and ln N' is {difference.Mean:+0.000;-0.000;0.000}, 95 % interval {difference.Lower:+0.000;-0.000;0.000} to {difference.Upper:+0.000;-0.000;0.000}: {(beside ? "not clearly worse" : "clearly worse")}."
                ),
                Invariant(
                    $"Judged on {evaluation.Cases} cases of {evaluation.Sources.Count} sources; {product.Weighed!.FailuresCalledStable} of {product.Weighed.Failures} failures were called stable."
                ),
            ]
        );
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
