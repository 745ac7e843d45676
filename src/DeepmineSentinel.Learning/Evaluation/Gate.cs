using System.Globalization;
using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>
/// Decides whether a run may answer: its log-loss on held-out stopes is below the majority's and the physics rule's, where
/// levels are cut from a forecast, that forecast's below the base rate's too, and neither is clearly worse than the best
/// baseline's. Beside the version in production it is judged by <see cref="ProductionGate"/>.
/// </summary>
public static class Gate
{
    private const int FewStopes = 30;

    /// <summary>Judges the network against two baselines.</summary>
    /// <param name="held">Evaluation on held-out stopes; null: none were held out.</param>
    /// <param name="majority">Name of the majority baseline.</param>
    /// <param name="physicsRule">Name of the physics rule.</param>
    public static GateVerdict Judge(EvaluationResult? held, string majority, string physicsRule)
    {
        ConditionScores? network = ScoresOf(held, ModelEvaluation.NetworkName);
        if (held is null || network is null)
        {
            return new GateVerdict(
                false,
                false,
                ["Not judged: no held-out stope has a condition label, so a person decides."]
            );
        }

        if (!double.IsFinite(network.LogLoss))
        {
            return new GateVerdict(false, true, ["The log-loss of the network is not a finite number."]);
        }

        List<string> reasons = [];
        bool first = Beats(network, majority, held, reasons);
        bool second = Beats(network, physicsRule, held, reasons);
        bool third = ForecastBeats(majority, held, reasons);
        bool fourth = NotClearlyWorse(
            "Log-loss",
            Best(held, m => m.Condition?.LogLoss, m => m.NetworkCondition),
            reasons
        );
        bool fifth = NotClearlyWorse(
            "7-day forecast: log-loss",
            Best(held, m => ForecastOf(m) is { Failures: > 0 } scores ? scores.LogLoss : null, m => m.NetworkForecast),
            reasons
        );
        reasons.Add(
            held.Stopes < FewStopes
                ? $"Judged on {network.Samples} samples of {held.Stopes} held-out stopes, too few to be sure."
                : $"Judged on {network.Samples} samples of {held.Stopes} held-out stopes."
        );
        return new GateVerdict(first && second && third && fourth && fifth, true, reasons);
    }

    private static bool Beats(ConditionScores network, string rival, EvaluationResult held, List<string> reasons)
    {
        if (ScoresOf(held, rival) is not { } other)
        {
            reasons.Add($"The {rival} could not be scored on these stopes.");
            return false;
        }

        bool better = network.LogLoss < other.LogLoss;
        reasons.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Log-loss {network.LogLoss:F3} is {(better ? "below" : "not below")} that of the {rival}, {other.LogLoss:F3}."
            )
        );
        return better;
    }

    // Failures that no held-out stope had cannot be judged; then the condition decides alone, and this is said.
    private static bool ForecastBeats(string rival, EvaluationResult held, List<string> reasons)
    {
        if (ForecastOf(held, ModelEvaluation.NetworkName) is not { } network)
        {
            return true;
        }

        if (network.Failures == 0 || ForecastOf(held, rival) is not { } other)
        {
            reasons.Add("The 7-day forecast could not be judged: no held-out stope failed.");
            return true;
        }

        bool better = network.LogLoss < other.LogLoss;
        reasons.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"7-day forecast: log-loss {network.LogLoss:F4} is {(better ? "below" : "not below")} that of the {rival}, {other.LogLoss:F4}, over {network.Failures} stope-days before a failure."
            )
        );
        return better;
    }

    // The oracle knows how the data were made: it is no baseline.
    private static (string Name, LossDifference Difference)? Best(
        EvaluationResult held,
        Func<ModelEvaluation, double?> loss,
        Func<ModelEvaluation, LossDifference?> difference
    ) =>
        held
            .Models.Where(model => model.Name is not (ModelEvaluation.NetworkName or ModelEvaluation.OracleName))
            .Where(model => loss(model) is not null && difference(model) is not null)
            .MinBy(loss)
            is { } best
            ? (best.Name, difference(best)!)
            : null;

    private static bool NotClearlyWorse(
        string words,
        (string Name, LossDifference Difference)? best,
        List<string> reasons
    )
    {
        if (best is not var (name, difference))
        {
            return true;
        }

        bool passed = difference.Lower <= 0;
        reasons.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{words} minus that of the best baseline, {name}, is {difference.Mean:+0.0000;-0.0000;0.0000}, 95 % interval {difference.Lower:+0.0000;-0.0000;0.0000} to {difference.Upper:+0.0000;-0.0000;0.0000}: {(passed ? "not clearly worse" : "clearly worse")}."
            )
        );
        return passed;
    }

    private static HorizonScores? ForecastOf(EvaluationResult result, string name) =>
        result.Models.FirstOrDefault(model => model.Name == name) is { } model ? ForecastOf(model) : null;

    private static HorizonScores? ForecastOf(ModelEvaluation model) =>
        model.Forecast.FirstOrDefault(scores => scores.HorizonDays == Horizons.LevelDays);

    private static ConditionScores? ScoresOf(EvaluationResult? result, string name) =>
        result?.Models.FirstOrDefault(model => model.Name == name)?.Condition;
}
