using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The list of stopes as a CSV file.</summary>
internal static class StopeListCsv
{
    /// <summary>Names of the columns; <c>level_when_computed</c> is what a stale level was.</summary>
    public const string Header =
        "mine,stope_name,synthetic,level,level_when_computed,level_basis,class,mode,p_7d,not_stable_probability,as_of,failed_at,depth,hr";

    /// <summary>One row, without its end.</summary>
    public static string Line(StopeRow row) =>
        string.Join(
            ',',
            PredictionCsv.Text(row.Mine),
            PredictionCsv.Text(row.Name),
            row.IsSynthetic ? "true" : "false",
            row.FailedAt is null ? PredictionCsv.Word(row.Level) : "failed",
            row.ComputedLevel is { } before ? PredictionCsv.Word(before) : "",
            row.IsConditionOnly ? PredictionCsv.Word(LevelBasis.ConditionOnly)
                : row.SevenDayProbability is null ? ""
                : PredictionCsv.Word(LevelBasis.Forecast),
            row.Class is { } state ? PredictionCsv.Word(state) : "",
            row.Mode is { } mode ? PredictionCsv.Word(mode) : "",
            PredictionCsv.Number(row.SevenDayProbability),
            PredictionCsv.Number(row.NotStableProbability),
            PredictionCsv.Time(row.AsOf),
            PredictionCsv.Time(row.FailedAt),
            PredictionCsv.Number(row.DepthMetres),
            PredictionCsv.Number(row.HydraulicRadiusMetres)
        );
}
