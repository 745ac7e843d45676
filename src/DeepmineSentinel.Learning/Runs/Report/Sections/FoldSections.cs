using System.Globalization;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>The parts of an evaluation by folds that no single run has.</summary>
internal static class FoldSections
{
    public static void Summary(Html html, CrossValidationResult result)
    {
        FindingsSection.Write(html, result.Findings);
        foreach (string warning in result.Warnings)
        {
            html.Paragraph(warning, "note");
        }

        if (result.Room is { } room)
        {
            FactList.Write(
                html,
                ("7-day AUC of the network", $"{Html.Number(room.NetworkAuc)} ({Ends(room.NetworkInterval)})"),
                ($"of {Html.Words(room.Base)}, the best baseline", Html.Number(room.BaseAuc)),
                ("gained over it", Ends(room.GainInterval)),
                ("of the oracle", room.OracleAuc is null ? "not known" : Html.Number(room.OracleAuc)),
                (
                    "share of what there is to gain",
                    room.Share is null ? "not known" : $"{Html.Number(room.Share, 2)} ({Ends(room.ShareInterval)})"
                )
            );
        }

        Differences(html, result.Evaluation);
    }

    public static void Coverage(Html html, CrossValidationResult result)
    {
        HtmlTable table = new(
            "Share of conformal sets that hold the true class; 90 % are promised",
            "True class",
            "Stopes",
            "Covered",
            "95 % interval",
            "Mean set size"
        );
        foreach (ConformalCoverage one in result.Coverage)
        {
            table.Row(
                result.Classes[one.Class],
                Html.Count(one.Stopes),
                Html.Percent(one.Share),
                $"{Html.Percent(one.Lower)} to {Html.Percent(one.Upper)}",
                Html.Number(one.MeanSetSize, 2)
            );
        }

        table.WriteTo(html);
    }

    public static void Ranges(Html html, CrossValidationResult result)
    {
        HtmlTable table = new(
            "The network's numbers by what its range check says; where it says unknown, the product gives no answer",
            "Range check",
            "Samples",
            "Share",
            "Stopes",
            "Log-loss, condition",
            "Accuracy",
            "In the set",
            "Log-loss, 7 days",
            "7-day AUC"
        );
        foreach (RangeScores one in result.OutOfRange)
        {
            table.Row(
                CategoryName.Of(one.Range),
                Html.Count(one.Samples),
                Html.Percent(one.Share),
                Html.Count(one.Stopes),
                Html.Number(one.ConditionLogLoss),
                Html.Percent(one.Accuracy),
                Html.Percent(one.Covered),
                Html.Number(one.ForecastLogLoss, 4),
                Html.Number(one.Auc)
            );
        }

        table.WriteTo(html);
    }

    public static void Importance(Html html, CrossValidationResult result)
    {
        HtmlTable table = new(
            "Rise of the loss when a feature is dealt out anew among samples of the same time",
            "Feature",
            "Rise",
            "95 % interval"
        );
        foreach (MeasuredImportance one in result.Importance)
        {
            table.Row(
                one.Name,
                Html.Number(one.Rise, 5),
                $"{Html.Number(one.Lower, 5)} to {Html.Number(one.Upper, 5)}"
            );
        }

        table.WriteTo(html);
    }

    public static void Folds(Html html, CrossValidationResult result)
    {
        HtmlTable table = new(
            "Stopes of each fold; no two groups share one",
            "Held out",
            "Train",
            "Stop",
            "Calibrate",
            "Test",
            "Best epochs",
            "7-day AUC"
        );
        foreach (FoldSummary fold in result.Folds)
        {
            table.Row(
                fold.Name,
                Html.Count(fold.Train),
                Html.Count(fold.Stop),
                Html.Count(fold.Calibrate),
                Html.Count(fold.Test),
                string.Join(", ", fold.BestEpochs.Select(epoch => epoch.ToString(CultureInfo.InvariantCulture))),
                Html.Number(fold.NetworkAuc)
            );
        }

        table.WriteTo(html);
        FactList.Write(
            html,
            ("Mines", string.Join(", ", result.Mines)),
            ("SHA-256 of the data", result.DataHash),
            ("Engine", result.Engine),
            (
                "Configuration",
                string.Join(", ", result.Configuration.Select(pair => $"{pair.Key} {pair.Value.GetRawText()}"))
            )
        );
    }

    private static void Differences(Html html, EvaluationResult evaluation)
    {
        HtmlTable table = new(
            "Log-loss of the network minus that of each model; below zero the network is better",
            "Model",
            "Condition",
            "95 % interval",
            "7-day forecast",
            "95 % interval"
        );
        foreach (ModelEvaluation model in evaluation.Models.Skip(1))
        {
            table.Row(
                Html.Words(model.Name),
                Html.Number(model.NetworkCondition?.Mean, 4),
                Ends(model.NetworkCondition),
                Html.Number(model.NetworkForecast?.Mean, 4),
                Ends(model.NetworkForecast)
            );
        }

        table.WriteTo(html);
    }

    private static string Ends(LossDifference? difference) =>
        difference is null ? "not known" : Ends([difference.Lower, difference.Upper], 4);

    private static string Ends(IReadOnlyList<double>? ends, int digits = 3) =>
        ends is null ? "too few failures" : $"{Html.Number(ends[0], digits)} to {Html.Number(ends[1], digits)}";
}
