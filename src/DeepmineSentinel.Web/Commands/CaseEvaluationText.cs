using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Web.Services.Cases;

namespace DeepmineSentinel.Web.Commands;

/// <summary>An evaluation on case histories as text.</summary>
internal static class CaseEvaluationText
{
    private const int NameWidth = 26;

    public static void Write(CaseEvaluationReport report, TextWriter output)
    {
        CaseEvaluation evaluation = report.Evaluation;
        output.WriteLine(
            $"{evaluation.Cases} case histories: {Counts(evaluation.States)}; sources: {Counts(evaluation.Sources)}"
        );
        foreach (string note in report.Remarks.Concat(evaluation.Notes))
        {
            output.WriteLine(note);
        }

        Write(evaluation.Random, $"Random folds ({evaluation.Random.Folds.Count})", output);
        if (evaluation.Source is { } source)
        {
            Write(source, $"Whole sources held out ({Counts(source.Folds)})", output);
        }

        output.WriteLine();
        output.WriteLine(
            $"* fitted by its authors to these cases: no promise. {CaseCandidates.Product} is what the product uses."
        );
        output.WriteLine("weighed: the state that is likeliest against its share among the training cases.");
        output.WriteLine(
            "difference: log-loss minus that of ordinal_logit (ln HR, ln N') on the same cases, with 95 % interval."
        );
    }

    /// <summary>The comparisons of a training run.</summary>
    public static void WriteBeside(CaseEvaluation evaluation, TextWriter output)
    {
        output.WriteLine(
            $"{evaluation.Cases} case histories: {Counts(evaluation.States)}; sources: {Counts(evaluation.Sources)}"
        );
        Write(evaluation.Random, $"Random folds ({evaluation.Random.Folds.Count})", output);
        if (evaluation.Source is { } source)
        {
            Write(source, $"Whole sources held out ({Counts(source.Folds)})", output);
        }
    }

    private static void Write(CaseComparison comparison, string title, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(title);
        output.WriteLine(
            $"{"", -NameWidth}            likeliest state            weighed               log-loss               difference                AUC    ECE (95 % point)"
        );
        output.WriteLine($"{"", -NameWidth} acc   bal   F1    fail>stable  acc   bal   F1    fail>stable");
        foreach (CaseCandidate candidate in comparison.Candidates)
        {
            output.WriteLine(Row(candidate).TrimEnd());
        }

        foreach (CaseCandidate candidate in comparison.Candidates.Where(c => c.Coverage is not null))
        {
            output.WriteLine(CoverageRow(candidate));
        }

        CaseCandidate product = comparison.Of(CaseCandidates.Product);
        output.WriteLine(
            $"Confusion of {product.Name}, weighed (rows: stable, unstable, failure as they were): {Matrix(product.Weighed!)}"
        );
    }

    private static string Row(CaseCandidate candidate)
    {
        string name = candidate.Name + (candidate.IsInSample ? "*" : "");
        string probabilities = candidate.LogLoss is { } loss
            ? Invariant(
                $"{loss:0.000} [{candidate.LogLossInterval![0]:0.000}, {candidate.LogLossInterval[1]:0.000}]  {Of(candidate.Difference!)}  {candidate.Auc:0.000}  {candidate.CalibrationError:0.000} ({candidate.CalibrationPoint:0.000})"
            )
            : "";
        string weighed = candidate.Weighed is { } scores ? Of(scores) : new string(' ', 29);
        return $"{name, -NameWidth} {Of(candidate.Likeliest)}  {weighed}  {probabilities}";
    }

    private static string Of(CaseScores scores) =>
        Invariant(
            $"{scores.Accuracy:0.000} {scores.BalancedAccuracy:0.000} {scores.MacroF1:0.000} {scores.FailuresCalledStable, 3} of {scores.Failures, -3}"
        );

    private static string Of(LossDifference difference) =>
        Invariant(
            $"{difference.Mean:+0.000;-0.000;0.000} [{difference.Lower:+0.000;-0.000;0.000}, {difference.Upper:+0.000;-0.000;0.000}]"
        );

    private static string CoverageRow(CaseCandidate candidate)
    {
        IEnumerable<string> states = candidate.Coverage!.Select(state =>
            Invariant($"{state.State} {state.Covered:0.00}{(state.IsEnough ? "" : "!")}")
        );
        return Invariant(
            $"{candidate.Name, -NameWidth} sets of 90 %: {string.Join(", ", states)}; mean size {candidate.MeanSetSize:0.00}"
        );
    }

    private static string Matrix(CaseScores scores) =>
        string.Join(" / ", scores.Confusion.Select(row => string.Join(' ', row)));

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => Invariant($"{pair.Value} {pair.Key}")));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
