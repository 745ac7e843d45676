using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>What a report on case histories shows.</summary>
internal static class CaseSections
{
    public static void Summary(Html html, TrainingResult result, CaseMetadata metadata)
    {
        SummarySection.Verdict(html, result.Gate);
        foreach (string warning in result.Warnings.Distinct())
        {
            html.Paragraph(warning, "note");
        }

        CaseEvaluation evaluation = result.CaseHistories!;
        CaseCandidate product = evaluation.Hardest.Of(CaseCandidates.Product);
        html.Raw("<dl class=\"figures\">");
        Figure(html, "Log-loss", Html.Number(product.LogLoss));
        Figure(html, "Balanced accuracy", Html.Number(product.Weighed!.BalancedAccuracy));
        Figure(html, "Failures called stable", Called(product.Weighed));
        Figure(html, "AUC, not stable", Html.Number(product.Auc));
        html.Raw("</dl>")
            .Paragraph(
                $"Measured on {Html.Count(evaluation.Cases)} cases, each held out once: {Words(evaluation.Hardest)}.",
                "soft small"
            );
    }

    public static void Comparisons(Html html, TrainingResult result, CaseMetadata metadata)
    {
        CaseEvaluation evaluation = result.CaseHistories!;
        html.Paragraph(
            "Answers are weighed: the state is answered that is likeliest against its share among the training cases. "
                + "Differences are log-loss minus that of the ordinal logit on ln HR and ln N'; below zero is better. "
                + "A star marks what its authors fitted to published cases, perhaps these: no promise."
        );
        foreach (CaseComparison comparison in new[] { evaluation.Source, evaluation.Random }.OfType<CaseComparison>())
        {
            html.Element("h3", char.ToUpperInvariant(Words(comparison)[0]) + Words(comparison)[1..]);
            HtmlTable table = new(
                $"{string.Join(", ", comparison.Folds.Select(fold => $"{fold.Key} {Html.Count(fold.Value)}"))} cases",
                "Model",
                "Log-loss",
                "95 % interval",
                "Difference",
                "95 % interval",
                "Balanced accuracy",
                "Failures called stable",
                "AUC"
            );
            foreach (CaseCandidate candidate in comparison.Candidates)
            {
                Add(table, candidate);
            }

            table.WriteTo(html);
        }
    }

    public static void Calibration(Html html, TrainingResult result, CaseMetadata metadata)
    {
        CaseComparison held = result.CaseHistories!.Hardest;
        CaseCandidate product = held.Of(CaseCandidates.Product);
        Plot plot = new(
            "Observed share against probability said",
            PlotRange.Share("probability said"),
            PlotRange.Share("share that happened"),
            2
        );
        plot.Guide((0, 0), (1, 1));
        Draw(plot, 0, product.NotStableReliability!, "not stable");
        Draw(plot, 1, product.FailureReliability!, "failure");
        html.Figure(plot.ToSvg(), $"Cases by what was said of them, fifteen bins; {Words(held)}.")
            .Paragraph(
                $"Expected calibration error of not stable {Html.Number(product.CalibrationError)}; a perfectly calibrated forecaster "
                    + $"with the same probabilities stays below {Html.Number(product.CalibrationPoint)} 95 times in 100."
            );
        if (product.Coverage is { } coverage)
        {
            HtmlTable table = new(
                "How often the set of 90 % held the true state",
                "State",
                "Cases",
                "Covered",
                "Expected at least"
            );
            foreach (CaseCoverage state in coverage)
            {
                table.Row(
                    state.State,
                    Html.Count(state.Cases),
                    Html.Percent(state.Covered),
                    Html.Percent(state.Lowest)
                );
            }

            table.WriteTo(html);
            html.Paragraph($"Mean number of states in a set: {Html.Number(product.MeanSetSize, 2)}.", "soft small");
        }
    }

    public static void Confusion(Html html, TrainingResult result, CaseMetadata metadata) =>
        ConfusionSection.Write(html, result.ConfusionMatrix, $"held-out cases, {Words(result.CaseHistories!.Hardest)}");

    public static void Facts(Html html, TrainingResult result, CaseMetadata metadata) =>
        FactList.Write(
            html,
            ("States", Counts(result.CaseHistories!.States)),
            ("Sources", Counts(metadata.Sources)),
            ("SHA-256 of the cases", metadata.DataHash),
            ("Engine", metadata.Engine.ToString()),
            ("Parameters", Html.Count(metadata.Parameters)),
            ("Configuration", string.Join(", ", result.BestConfig.Select(pair => $"{pair.Key} {Text(pair.Value)}")))
        );

    // A list in one line, however the file that it was read from is laid out.
    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? JsonSerializer.Serialize(value) : value.ToString();

    private static void Add(HtmlTable table, CaseCandidate candidate)
    {
        CaseScores scores = candidate.Weighed ?? candidate.Likeliest;
        string[] cells =
        [
            Html.Words(candidate.Name) + (candidate.IsInSample ? "*" : ""),
            Html.Number(candidate.LogLoss),
            Ends(candidate.LogLossInterval),
            Html.Number(candidate.Difference?.Mean),
            candidate.Difference is { } difference ? Ends([difference.Lower, difference.Upper]) : "\u2013",
            Html.Number(scores.BalancedAccuracy),
            Called(scores),
            Html.Number(candidate.Auc),
        ];
        if (candidate.Name == CaseCandidates.Product)
        {
            table.MarkedRow(cells);
        }
        else
        {
            table.Row(cells);
        }
    }

    private static void Draw(Plot plot, int line, IReadOnlyList<CalibrationPoint> points, string name)
    {
        int samples = points.Sum(point => point.Count);
        plot.Line(line, points.Select(point => (point.MeanProbability, point.ObservedShare)), name);
        foreach (CalibrationPoint point in points)
        {
            double radius = 2 + (8 * Math.Sqrt((double)point.Count / samples));
            plot.Dot(line, point.MeanProbability, point.ObservedShare, radius);
        }
    }

    private static string Words(CaseComparison comparison) =>
        comparison.HeldOut == "source" ? "whole sources held out" : "random folds";

    private static string Called(CaseScores scores) =>
        string.Create(CultureInfo.InvariantCulture, $"{scores.FailuresCalledStable} of {scores.Failures}");

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => $"{pair.Key} {Html.Count(pair.Value)}"));

    private static string Ends(IReadOnlyList<double>? ends) =>
        ends is null ? "\u2013" : $"{Html.Number(ends[0])} to {Html.Number(ends[1])}";

    private static void Figure(Html html, string name, string value) =>
        html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
}
