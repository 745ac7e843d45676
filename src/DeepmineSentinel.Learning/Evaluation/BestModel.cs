using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Baselines;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Names the best of the models compared.</summary>
public static class BestModel
{
    /// <summary>
    /// The lowest log-loss of the condition, else of the 7-day forecast, on validation stopes. The test stopes stay out of
    /// it: a model chosen on them would look better on them than it is. The network's training was stopped and its
    /// temperatures were fitted on validation stopes, which favours it a little; the oracle knows what no model can.
    /// </summary>
    /// <param name="validation">All models on validation stopes; null: there are none.</param>
    /// <returns>Its name; null: no model could be scored.</returns>
    public static string? NameOf(EvaluationResult? validation)
    {
        ModelEvaluation[] models = [.. validation?.Models.Where(model => model.Name != DemoOracle.ModelName) ?? []];
        return Lowest(models, model => model.Condition?.LogLoss)
            ?? Lowest(
                models,
                model => model.Forecast.FirstOrDefault(one => one.HorizonDays == Horizons.LevelDays)?.LogLoss
            );
    }

    private static string? Lowest(ModelEvaluation[] models, Func<ModelEvaluation, double?> loss) =>
        models.Where(model => loss(model) is { } value && double.IsFinite(value)).MinBy(loss)?.Name;
}
