using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>The log-loss of every model with its interval.</summary>
internal static class IntervalChart
{
    /// <summary>Draws a group; null: no model answers the condition.</summary>
    public static string? Draw(EvaluationResult group)
    {
        ModelEvaluation[] models = [.. group.Models.Where(model => model.Condition is not null)];
        double[] ends =
        [
            .. models.SelectMany(model => model.Condition!.LogLossInterval ?? []),
            .. models.Select(model => model.Condition!.LogLoss),
        ];
        if (models.Length == 0)
        {
            return null;
        }

        BarRows rows = new(
            "Log-loss of every model with its 95 % interval",
            PlotRange.FromZero(ends.Where(double.IsFinite).DefaultIfEmpty(1).Max(), "log-loss, lower is better")
        );
        foreach (ModelEvaluation model in models.OrderBy(model => model.Condition!.LogLoss))
        {
            rows.Interval(
                Html.Words(model.Name),
                model.Condition!.LogLoss,
                model.Condition.LogLossInterval,
                model.Name == ModelEvaluation.NetworkName
            );
        }

        return rows.ToSvg();
    }
}
