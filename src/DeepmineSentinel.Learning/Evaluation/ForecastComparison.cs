using System.Globalization;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The forecasts of several runs on the stope-days that all of them answered, horizon by horizon.</summary>
internal static class ForecastComparison
{
    /// <summary>Compares; horizons of which nothing is known are left out.</summary>
    public static IEnumerable<ComparedMetric> Of(PairedSamples samples, IReadOnlyList<int> horizonDays)
    {
        int[] answered =
        [
            .. Enumerable
                .Range(0, samples.Failed.Length)
                .Where(i => samples.Runs.All(run => run.Forecasts[i] is not null)),
        ];
        for (int k = 0; k < horizonDays.Count; k++)
        {
            int horizon = k;
            int[] rows = [.. answered.Where(i => samples.Failed[i][horizon] is not null)];
            if (rows.Length == 0)
            {
                continue;
            }

            string days = horizonDays[k].ToString(CultureInfo.InvariantCulture) + "d";
            foreach (ComparedMetric metric in Of(samples, rows, horizon, days))
            {
                yield return metric;
            }
        }
    }

    private static IEnumerable<ComparedMetric> Of(PairedSamples samples, int[] rows, int horizon, string days)
    {
        bool[] failed = [.. rows.Select(row => samples.Failed[row][horizon] == true)];
        double[][] said = [.. samples.Runs.Select(run => rows.Select(row => run.Forecasts[row]![horizon]).ToArray())];
        StopeDraws draws = new([.. rows.Select(row => samples.StopeOfSample[row])], new BootstrapOptions());

        ComparedMetric Mean(string name, Func<double, bool, double> ofSample)
        {
            double[][] columns =
            [
                .. said.Select(run => run.Select((value, i) => ofSample(value, failed[i])).ToArray()),
            ];
            return MetricColumn.Take(
                ($"{name}_{days}", true),
                draws,
                rows.Length,
                [.. columns.Select(column => (Func<int[], double>)(weights => WeightedScores.Mean(column, weights)))]
            );
        }

        yield return Mean("log_loss", (value, came) => BinaryScores.LogLoss([value], [came]));
        yield return Mean("brier", (value, came) => BinaryScores.Brier([value], [came]));
        RankedSamples[] ranked = [.. said.Select(run => new RankedSamples(run, failed))];
        yield return MetricColumn.Take(
            ($"auc_{days}", false),
            draws,
            rows.Length,
            [.. ranked.Select(run => (Func<int[], double>)(weights => run.Auc(weights)))]
        );
    }
}
