using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Folds;

/// <summary>What a change did to a network, on the samples that both networks answered; below zero a loss fell.</summary>
public sealed record PairedEffect
{
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    /// <summary>Samples that both were asked about.</summary>
    public required int Samples { get; init; }

    /// <summary>Log-loss of the 7-day forecast, changed minus unchanged; null: too few stopes, or one does not answer.</summary>
    public LossDifference? Forecast { get; init; }

    /// <summary>Log-loss of the condition, changed minus unchanged; null: too few stopes, or one does not answer.</summary>
    public LossDifference? Condition { get; init; }

    /// <summary>7-day AUC, changed minus unchanged; null: no failure.</summary>
    public double? AucDifference { get; init; }

    /// <summary>Its 95 % interval, stopes resampled; null: too few failures.</summary>
    public IReadOnlyList<double>? AucInterval { get; init; }

    /// <summary>
    /// Effect size of the forecast's loss: mean over stopes of the difference, in standard deviations of it between stopes
    /// (Cohen's d of pairs; .2 small, .5 middling, .8 large); null: not defined.
    /// </summary>
    public double? EffectSize { get; init; }

    /// <summary>Who alone was right about the condition, changed first, a stope by its last scored sample; null: no condition.</summary>
    public McNemar? Rightness { get; init; }

    /// <summary>Measures.</summary>
    /// <param name="changed">Samples and answers of the changed network.</param>
    /// <param name="unchanged">Those of the other.</param>
    public static PairedEffect Of(
        (IReadOnlyList<Sample> Samples, AnsweredSamples Answers) changed,
        (IReadOnlyList<Sample> Samples, AnsweredSamples Answers) unchanged
    )
    {
        Dictionary<(int, DateTime?), int> rows = [];
        for (int row = 0; row < unchanged.Samples.Count; row++)
        {
            rows.TryAdd((unchanged.Samples[row].StopeIndex, unchanged.Samples[row].AsOf), row);
        }

        int[] mine =
        [
            .. Enumerable
                .Range(0, changed.Samples.Count)
                .Where(row => rows.ContainsKey((changed.Samples[row].StopeIndex, changed.Samples[row].AsOf))),
        ];
        Sample[] samples = [.. mine.Select(row => changed.Samples[row])];
        AnsweredSamples first = Rows(changed.Answers, mine);
        AnsweredSamples second = Rows(
            unchanged.Answers,
            [.. samples.Select(sample => rows[(sample.StopeIndex, sample.AsOf)])]
        );
        (double? auc, IReadOnlyList<double>? interval) = Ranking(samples, first, second);
        return new PairedEffect
        {
            Samples = samples.Length,
            Forecast = LossDifference.OfForecast(samples, first, second),
            Condition = LossDifference.OfCondition(samples, first, second),
            AucDifference = auc,
            AucInterval = interval,
            EffectSize = SizeOf(samples, first, second),
            Rightness = Right(samples, first, second),
        };
    }

    private static AnsweredSamples Rows(AnsweredSamples answers, int[] rows) =>
        new(
            answers.Name,
            [.. rows.Select(row => answers.Conditions[row])],
            [.. rows.Select(row => answers.Answers[row])],
            [.. rows.Select(row => answers.Forecasts[row])]
        );

    private static (double?, IReadOnlyList<double>?) Ranking(
        Sample[] samples,
        AnsweredSamples first,
        AnsweredSamples second
    )
    {
        int[] rows = [.. Forecast7(samples, first, second)];
        bool[] failed = [.. rows.Select(row => samples[row].Hazard.FailsWithin(Level) == true)];
        if (failed.Distinct().Count() < 2)
        {
            return (null, null);
        }

        RankedSamples one = new([.. rows.Select(row => first.Forecasts[row]![Level])], failed);
        RankedSamples other = new([.. rows.Select(row => second.Forecasts[row]![Level])], failed);
        int[] once = new int[rows.Length];
        Array.Fill(once, 1);
        StopeDraws draws = new([.. rows.Select(row => samples[row].StopeIndex)], new BootstrapOptions());
        MetricInterval interval = draws.Interval(weights => one.Auc(weights) - other.Auc(weights));
        return (
            one.Auc(once) - other.Auc(once),
            double.IsFinite(interval.Lower + interval.Upper) ? [interval.Lower, interval.Upper] : null
        );
    }

    private static double? SizeOf(Sample[] samples, AnsweredSamples first, AnsweredSamples second)
    {
        double[] stopes =
        [
            .. Forecast7(samples, first, second)
                .GroupBy(row => samples[row].StopeIndex)
                .Select(stope =>
                    stope.Average(row => Loss(samples[row], first, row) - Loss(samples[row], second, row))
                ),
        ];
        if (stopes.Length < PairedComparison.FewestStopes)
        {
            return null;
        }

        double mean = stopes.Average();
        double deviation = Math.Sqrt(stopes.Sum(one => (one - mean) * (one - mean)) / (stopes.Length - 1));
        return deviation > 0 ? mean / deviation : null;
    }

    private static McNemar? Right(Sample[] samples, AnsweredSamples first, AnsweredSamples second)
    {
        int[] last =
        [
            .. Enumerable
                .Range(0, samples.Length)
                .Where(row =>
                    samples[row] is { HasCondition: true, IsConditionScored: true }
                    && first.Conditions[row] is not null
                    && second.Conditions[row] is not null
                )
                .GroupBy(row => samples[row].StopeIndex)
                .Select(stope => stope.MaxBy(row => samples[row].AsOf)),
        ];
        bool IsRight(AnsweredSamples answers, int row) => answers.Answers[row] == samples[row].ConditionLabel;
        return last.Length == 0
            ? null
            : new McNemar(
                last.Count(row => IsRight(first, row) && !IsRight(second, row)),
                last.Count(row => !IsRight(first, row) && IsRight(second, row))
            );
    }

    private static IEnumerable<int> Forecast7(Sample[] samples, AnsweredSamples first, AnsweredSamples second) =>
        Enumerable
            .Range(0, samples.Length)
            .Where(row =>
                samples[row].Hazard.FailsWithin(Level) is not null
                && first.Forecasts[row] is not null
                && second.Forecasts[row] is not null
            );

    private static double Loss(Sample sample, AnsweredSamples answers, int row)
    {
        double said = answers.Forecasts[row]![Level];
        bool fails = sample.Hazard.FailsWithin(Level) == true;
        return -Math.Log(Math.Max(ClassScores.Floor, fails ? said : 1 - said));
    }
}
