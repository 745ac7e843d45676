using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Evaluation.Folds;

/// <summary>How good the network's numbers are on samples by what its range check says of them: an answer is given on the first two alone.</summary>
/// <param name="Range">What the range check says.</param>
/// <param name="Samples">Samples of it.</param>
/// <param name="Stopes">Stopes with such samples.</param>
public sealed record RangeScores(RangeVerdict Range, int Samples, int Stopes)
{
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    /// <summary>Share of all samples.</summary>
    public required double Share { get; init; }

    /// <summary>Log-loss of the condition; null: none is labelled.</summary>
    public double? ConditionLogLoss { get; init; }

    /// <summary>Accuracy of the condition; null: none is labelled.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Log-loss of the 7-day forecast; null: none is known.</summary>
    public double? ForecastLogLoss { get; init; }

    /// <summary>7-day AUC; null: no failure among them, or nothing else.</summary>
    public double? Auc { get; init; }

    /// <summary>Share of conformal sets that hold the true class, by sample; null: none is labelled.</summary>
    public double? Covered { get; init; }

    /// <summary>By verdict, those that do not occur left out; empty: nothing was asked of ranges.</summary>
    /// <param name="answers">What was said.</param>
    /// <param name="ranges">What the range check said, by sample.</param>
    public static IReadOnlyList<RangeScores> Of(AnsweredGroup answers, IReadOnlyList<RangeVerdict> ranges) =>
        ranges.Count != answers.Samples.Count
            ? []
            :
            [
                .. Enum.GetValues<RangeVerdict>()
                    .Select(verdict =>
                        (
                            verdict,
                            Rows: Enumerable.Range(0, ranges.Count).Where(row => ranges[row] == verdict).ToArray()
                        )
                    )
                    .Where(one => one.Rows.Length > 0)
                    .Select(one => Of(one.verdict, answers, one.Rows)),
            ];

    private static RangeScores Of(RangeVerdict verdict, AnsweredGroup answers, int[] rows)
    {
        Sample[] samples = [.. rows.Select(row => answers.Samples[row])];
        AnsweredSamples network = answers.Network;
        AnsweredSamples some = new(
            network.Name,
            [.. rows.Select(row => network.Conditions[row])],
            [.. rows.Select(row => network.Answers[row])],
            [.. rows.Select(row => network.Forecasts[row])]
        );
        ConditionScores? condition = ConditionScorer.Score(samples, some);
        HorizonScores? forecast = HorizonScorer
            .Score(samples, some)
            .FirstOrDefault(one => one.HorizonDays == Horizons.Days[Level]);
        int[] labelled =
        [
            .. rows.Where(row =>
                answers.Samples[row] is { HasCondition: true, IsConditionScored: true }
                && network.Conditions[row] is not null
            ),
        ];
        return new RangeScores(verdict, rows.Length, samples.Select(sample => sample.StopeIndex).Distinct().Count())
        {
            Share = (double)rows.Length / answers.Samples.Count,
            ConditionLogLoss = condition?.LogLoss,
            Accuracy = condition?.Accuracy,
            ForecastLogLoss = forecast?.LogLoss,
            Auc = forecast?.Auc,
            Covered =
                network.Sets is { } sets && labelled.Length > 0
                    ? labelled.Average(row => sets[row] >> answers.Samples[row].ConditionLabel & 1)
                    : null,
        };
    }
}
