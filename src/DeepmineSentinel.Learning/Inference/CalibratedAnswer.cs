using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>One row of logits as probabilities; a head that was not trained says nothing.</summary>
internal sealed record CalibratedAnswer
{
    /// <summary>Probabilities of the classes; null: not trained.</summary>
    public required double[]? Condition { get; init; }

    /// <summary>Probability of failing within each horizon; null: not trained.</summary>
    public required double[]? Forecast { get; init; }

    /// <summary>What each network of an ensemble says, calibrated like all together; empty: one network answers.</summary>
    public IReadOnlyList<CalibratedAnswer> Members { get; init; } = [];

    /// <summary>The probability that the level is cut from: failure within seven days, else not being stable; null: neither is known.</summary>
    public double? Risk => Forecast is not null ? Forecast[SevenDays] : 1 - Condition?[0];

    /// <summary>Whether every number is a number.</summary>
    public bool IsFinite => (Condition ?? []).All(double.IsFinite) && (Forecast ?? []).All(double.IsFinite);

    /// <summary>Index of the horizon that levels are cut from.</summary>
    public static int SevenDays { get; } = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    public static CalibratedAnswer Of(
        ModelComponents components,
        ReadOnlySpan<float> condition,
        ReadOnlySpan<float> hazard
    ) =>
        new()
        {
            Condition = components.ConditionTrained ? components.Calibration.ConditionProbabilities(condition) : null,
            Forecast = components.HazardTrained ? components.Calibration.FailureProbabilities(hazard) : null,
        };

    /// <summary>The condition for people; null: not trained.</summary>
    public ConditionPrediction? ConditionFor(ModelComponents components, RiskThresholds thresholds)
    {
        if (Condition is null)
        {
            return null;
        }

        int answer = ClassScores.Answer(Condition);
        return new ConditionPrediction
        {
            Class = components.Classes[answer],
            Probabilities =
            [
                .. Condition.Select(
                    (p, i) => new ClassProbability(components.Classes[i], p, Range(p, member => member.Condition![i]))
                ),
            ],
            Confidence = Condition[answer],
            ConformalSet = components.Calibration.ConformalSet(Condition, components.Classes),
            RiskLevel = thresholds.LevelOf(1 - Condition[0]),
        };
    }

    /// <summary>The forecast for people; empty: not trained.</summary>
    public IReadOnlyList<HorizonForecast> ForecastFor(RiskThresholds thresholds) =>
        [
            .. (Forecast ?? []).Select(
                (p, k) =>
                    new HorizonForecast(
                        Horizons.Days[k],
                        p,
                        thresholds.LevelOf(p),
                        Range(p, member => member.Forecast![k])
                    )
            ),
        ];

    // The lowest and the highest that any network says; never without the answer itself, which is a mean of hazards and
    // can lie outside what single networks make of theirs.
    private ProbabilityInterval? Range(double answer, Func<CalibratedAnswer, double> of) =>
        Members.Count < 2
            ? null
            : new ProbabilityInterval(
                Math.Min(answer, Members.Min(of)),
                Math.Max(answer, Members.Max(of)),
                $"range over {Members.Count} networks"
            );

    /// <summary>Horizon whose interval adds most risk a day; null: not trained.</summary>
    public int? MaxRiskHorizon()
    {
        if (Forecast is null)
        {
            return null;
        }

        int most = 0;
        for (int k = 1; k < Forecast.Length; k++)
        {
            most = PerDay(k) > PerDay(most) ? k : most;
        }

        return Horizons.Days[most];
    }

    private double PerDay(int k) =>
        k == 0
            ? Forecast![0] / Horizons.Days[0]
            : (Forecast![k] - Forecast[k - 1]) / (Horizons.Days[k] - Horizons.Days[k - 1]);
}
