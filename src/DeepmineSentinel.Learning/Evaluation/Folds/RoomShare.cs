using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Folds;

/// <summary>
/// How much of what there is to gain the network gains: (network - base) / (oracle - base) of the 7-day AUC, base the best of
/// the baselines that are no networks.
/// </summary>
/// <param name="Base">Name of that baseline.</param>
/// <param name="NetworkAuc">AUC of the network.</param>
/// <param name="BaseAuc">AUC of the base.</param>
/// <param name="OracleAuc">AUC of the oracle; null: the truth is not known.</param>
public sealed record RoomShare(string Base, double NetworkAuc, double BaseAuc, double? OracleAuc)
{
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    /// <summary>The share; null: the truth is not known, or there is nothing to gain.</summary>
    public double? Share => OracleAuc > BaseAuc ? (NetworkAuc - BaseAuc) / (OracleAuc - BaseAuc) : null;

    /// <summary>95 % interval of the network's AUC, stopes resampled; null: too few failures.</summary>
    public IReadOnlyList<double>? NetworkInterval { get; init; }

    /// <summary>95 % interval of the AUC of the network minus that of the base; null: too few failures.</summary>
    public IReadOnlyList<double>? GainInterval { get; init; }

    /// <summary>95 % interval of the share over draws that leave something to gain; null: there is none.</summary>
    public IReadOnlyList<double>? ShareInterval { get; init; }

    /// <summary>Measures; null: nothing was forecast, or no stope failed.</summary>
    /// <param name="answers">What all models said.</param>
    /// <param name="result">How they were scored.</param>
    public static RoomShare? Of(AnsweredGroup answers, EvaluationResult result)
    {
        string? rival = result
            .Models.Where(model => IsPlain(model.Name) && AucOf(model) is not null)
            .MaxBy(AucOf)
            ?.Name;
        AnsweredSamples? best = answers.Models.FirstOrDefault(model => model.Name == rival);
        AnsweredSamples? oracle = answers.Models.FirstOrDefault(model => model.Name == ModelEvaluation.OracleName);
        int[] rows =
        [
            .. Enumerable
                .Range(0, answers.Samples.Count)
                .Where(row =>
                    answers.Samples[row].Hazard.FailsWithin(Level) is not null
                    && answers.Network.Forecasts[row] is not null
                    && best?.Forecasts[row] is not null
                    && (oracle is null || oracle.Forecasts[row] is not null)
                ),
        ];
        bool[] failed = [.. rows.Select(row => answers.Samples[row].Hazard.FailsWithin(Level) == true)];
        return best is null || failed.Distinct().Count() < 2
            ? null
            : Of(
                answers.Samples,
                rows,
                Ranked(answers.Network),
                best.Name,
                Ranked(best),
                oracle is null ? null : Ranked(oracle)
            );

        RankedSamples Ranked(AnsweredSamples model) =>
            new([.. rows.Select(row => model.Forecasts[row]![Level])], failed);
    }

    private static RoomShare Of(
        IReadOnlyList<Sample> samples,
        int[] rows,
        RankedSamples network,
        string name,
        RankedSamples rival,
        RankedSamples? oracle
    )
    {
        int[] once = new int[rows.Length];
        Array.Fill(once, 1);
        StopeDraws draws = new([.. rows.Select(row => samples[row].StopeIndex)], new BootstrapOptions());
        double[]? Interval(Func<int[], double> statistic) =>
            draws.Interval(statistic) is var interval && double.IsFinite(interval.Lower + interval.Upper)
                ? [interval.Lower, interval.Upper]
                : null;
        double ShareOf(int[] weights) =>
            oracle!.Auc(weights) - rival.Auc(weights) is > 0 and var room
                ? (network.Auc(weights) - rival.Auc(weights)) / room
                : double.NaN;
        return new RoomShare(name, network.Auc(once), rival.Auc(once), oracle?.Auc(once))
        {
            NetworkInterval = Interval(weights => network.Auc(weights)),
            GainInterval = Interval(weights => network.Auc(weights) - rival.Auc(weights)),
            ShareInterval = oracle is null ? null : Interval(ShareOf),
        };
    }

    private static bool IsPlain(string name) =>
        name
            is not (
                ModelEvaluation.NetworkName
                or ModelEvaluation.OracleName
                or ModelEvaluation.StaticBranchName
                or ModelEvaluation.SeriesBranchName
            );

    private static double? AucOf(ModelEvaluation model) =>
        model.Forecast.FirstOrDefault(one => one.HorizonDays == Horizons.LevelDays)?.Auc;
}
