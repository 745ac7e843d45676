using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Runs.Cases;

/// <summary>Puts the result of a run on case histories together.</summary>
internal static class CaseResultBuilder
{
    private const string NotInIt =
        "Stope width, which misleads in narrow veins, backfill walls and blasting are not in it; factors are Potvin's (modified).";

    public static TrainingResult Build(FinishedCaseRun finished)
    {
        CaseRunRequest request = finished.Request;
        CaseEvaluation evaluation = finished.Evaluated.Evaluation;
        CaseCandidate product = evaluation.Hardest.Of(CaseCandidates.Product);
        string[] inputs = [.. CaseSpread.Quantities.Select(quantity => quantity.Name)];
        Dictionary<string, JsonElement> choices = Choices(request.Options, finished.Chosen);
        return new TrainingResult
        {
            RunId = request.RunId.Value,
            ModelType = "case_ensemble",
            Purpose = ModelPurpose.CaseHistory,
            Network = CaseCandidates.Product,
            ModelPath = $"{request.RunId}/{ArtifactFileNames.Model}",
            ArtifactsPath = request.RunId.Value,
            PreprocessingPath = $"{request.RunId}/{ArtifactFileNames.Components}",
            MetricsGroup = evaluation.Hardest.HeldOut,
            Metrics = MetricsOf(product, evaluation, finished.TrainingTime),
            DataType = "case histories",
            FeatureCount = inputs.Length,
            SelectedFeatureCount = inputs.Length,
            ConfusionMatrix = new ConfusionTable(product.Weighed!.Confusion, StateNames),
            TrainedModels = [.. evaluation.Random.Candidates.Select(candidate => candidate.Name)],
            EvaluationResults = [],
            CaseHistories = evaluation,
            TunedModel = new TunedModel(CaseCandidates.Product, choices, null),
            BestConfig = choices,
            SelectedFeatures = inputs,
            Gate = CaseGate.Judge(evaluation),
            DataHash = request.DataHash,
            TrainedOnSynthetic = false,
            Parameters = finished.Parameters,
            Engine = EngineIdentity.Current.ToString(),
            TrainedAt = finished.TrainedAt,
            Members = finished.Summaries,
            Warnings = [.. evaluation.Notes, NotInIt, .. request.Remarks],
        };
    }

    /// <summary>The states in words, best to worst.</summary>
    public static IReadOnlyList<string> StateNames { get; } =
    [.. Enum.GetValues<OutcomeClass>().Select(state => state.ToString().ToLowerInvariant())];

    private static Dictionary<string, JsonElement> Choices(CaseEvaluationOptions options, string chosen) =>
        new Dictionary<string, object>
        {
            ["networks"] = options.Models.Members,
            ["hidden_units"] = options.Models.Training.HiddenCount,
            ["steps"] = options.Models.Training.Steps,
            ["learning_rate"] = options.Models.Training.LearningRate,
            ["decays_tried"] = options.Models.Decays,
            ["seed"] = options.Models.Training.Seed,
            ["random_folds"] = options.Folds,
            ["chosen"] = chosen,
        }.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));

    private static Dictionary<string, double?> MetricsOf(
        CaseCandidate product,
        CaseEvaluation evaluation,
        TimeSpan training
    )
    {
        CaseScores weighed = product.Weighed!;
        ConfusionMatrix confusion = new([.. weighed.Confusion.Select(row => row.ToArray())]);
        return new Dictionary<string, double?>
        {
            ["accuracy"] = weighed.Accuracy,
            ["precision_weighted"] = confusion.WeightedPrecision,
            ["recall_weighted"] = confusion.WeightedRecall,
            ["f1_weighted"] = confusion.WeightedF1,
            ["macro_f1"] = weighed.MacroF1,
            ["balanced_accuracy"] = weighed.BalancedAccuracy,
            ["log_loss"] = product.LogLoss,
            ["auc"] = product.Auc,
            ["brier"] = product.Brier,
            ["calibration_error"] = product.CalibrationError,
            ["worst_class_called_stable"] = weighed.FailuresCalledStable,
            ["log_loss_random_folds"] = evaluation.Random.Of(CaseCandidates.Product).LogLoss,
            ["execution_time"] = training.TotalSeconds,
        };
    }
}
