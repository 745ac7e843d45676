using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Puts the result of a run together.</summary>
internal static class ResultBuilder
{
    public static TrainingResult Build(FinishedRun finished)
    {
        PreparedData data = finished.Data;
        EvaluationResult? reported = finished.Evaluation.Reported;
        ModelEvaluation? network = reported?.Models[0];
        string[] features = [.. data.Encoder.AllFeatures];
        string[] selected = [.. features.Where(data.Encoder.Uses)];
        string preset = $"{data.Shape.Preset}".ToLowerInvariant();
        IReadOnlyDictionary<string, JsonElement> config = Configuration.Of(finished.Request.Options);
        string? best = BestModel.NameOf(finished.Evaluation.Validation);
        return new TrainingResult
        {
            RunId = finished.Request.RunId.Value,
            Purpose = finished.Request.Purpose,
            Network = preset,
            ModelPath = $"{finished.Request.RunId}/{ArtifactFileNames.Model}",
            ArtifactsPath = finished.Request.RunId.Value,
            PreprocessingPath = $"{finished.Request.RunId}/{ArtifactFileNames.Components}",
            MetricsGroup = reported?.Group ?? "none",
            Metrics = MetricsOf(network, finished),
            DataType = data.IsSynthetic ? $"{SchemeOf(data)}, synthetic" : SchemeOf(data),
            FeatureCount = features.Length,
            SelectedFeatureCount = selected.Length,
            ConfusionMatrix = network?.Condition is { } condition
                ? new ConfusionTable(condition.Confusion, [.. data.Set.Classes.Select(name => CategoryName.Of(name))])
                : null,
            FeatureImportance = finished.Evaluation.Importance,
            BestModelName = best,
            BestModelChosenOn = best is null ? null : EvaluationResult.ValidationGroup,
            TrainedModels = reported is null
                ? [ModelEvaluation.NetworkName]
                : [.. reported.Models.Select(model => model.Name)],
            EvaluationResults = finished.Evaluation.Groups,
            TunedModel = new TunedModel(preset, config, finished.Evaluation.ValidationLoss),
            BestConfig = config,
            Search = finished.Request.Search,
            SelectedFeatures = selected,
            Gate = finished.Evaluation.Gate,
            Findings = finished.Evaluation.Findings,
            DataHash = finished.Request.Data.ContentHash,
            TrainedOnSynthetic = data.IsSynthetic,
            Parameters = finished.Parameters,
            Engine = EngineIdentity.Current.ToString(),
            Mines = [.. data.Set.Stopes.Select(stope => stope.Mine).Distinct().Order(StringComparer.Ordinal)],
            ParentRunId = finished.Request.Parent?.RunId.Value,
            TrainedAt = finished.TrainedAt,
            Members = finished.Summaries,
            Warnings = [.. data.Warnings, .. reported?.Notes ?? []],
        };
    }

    /// <summary>The labels learnt, in a word.</summary>
    public static string SchemeOf(PreparedData data) => data.Set.Scheme == LabelScheme.Dated ? "dated" : "undated";

    private static Dictionary<string, double?> MetricsOf(ModelEvaluation? network, FinishedRun finished)
    {
        ConditionScores? condition = network?.Condition;
        Dictionary<string, double?> metrics = new()
        {
            ["accuracy"] = condition?.Accuracy,
            ["precision_weighted"] = condition?.PrecisionWeighted,
            ["recall_weighted"] = condition?.RecallWeighted,
            ["f1_weighted"] = condition?.F1Weighted,
            ["macro_f1"] = condition?.MacroF1,
            ["balanced_accuracy"] = condition?.BalancedAccuracy,
            ["log_loss"] = condition?.LogLoss,
            ["auc"] = condition?.Auc,
            ["brier"] = condition?.Brier,
            ["calibration_error"] = condition?.CalibrationError,
            ["worst_class_called_stable"] = condition?.WorstClassCalledStable,
            ["validation_loss"] = finished.Evaluation.ValidationLoss,
            ["execution_time"] = finished.Members.Sum(member => member.TrainingSeconds),
        };
        foreach (HorizonScores horizon in network?.Forecast ?? [])
        {
            string days = horizon.HorizonDays.ToString(CultureInfo.InvariantCulture);
            metrics[$"auc_{days}d"] = horizon.Auc;
            metrics[$"average_precision_{days}d"] = horizon.AveragePrecision;
            metrics[$"brier_skill_{days}d"] = horizon.BrierSkill;
            metrics[$"log_loss_{days}d"] = horizon.LogLoss;
        }

        return metrics;
    }
}
