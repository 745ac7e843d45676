using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Puts the result of a run together.</summary>
internal static class ResultBuilder
{
    public static TrainingResult Build(FinishedRun finished)
    {
        PreparedData data = finished.Data;
        EvaluationResult? reported = finished.Evaluation.Reported;
        ModelEvaluation? network = reported?.Models[0];
        string[] features = FeaturesOf(data.Encoder);
        string preset = $"{data.Shape.Preset}".ToLowerInvariant();
        Dictionary<string, string> config = ConfigOf(finished.Request.Options);
        return new TrainingResult
        {
            RunId = finished.Request.RunId.Value,
            Network = preset,
            ModelPath = $"{finished.Request.RunId}/{ArtifactFileNames.Model}",
            ArtifactsPath = finished.Request.RunId.Value,
            PreprocessingPath = $"{finished.Request.RunId}/{ArtifactFileNames.Components}",
            MetricsGroup = reported?.Group ?? "none",
            Metrics = MetricsOf(network, finished),
            DataType = $"{SchemeOf(data)}{(data.IsSynthetic ? ", synthetic" : "")}",
            FeatureCount = features.Length,
            SelectedFeatureCount = features.Length,
            ConfusionMatrix = network?.Condition is { } condition
                ? new ConfusionTable(condition.Confusion, [.. data.Set.Classes.Select(name => CategoryName.Of(name))])
                : null,
            FeatureImportance = finished.Evaluation.Importance,
            BestModelName = reported
                ?.Models.Where(model => model.Condition is not null)
                .MinBy(model => model.Condition!.LogLoss)
                ?.Name,
            TrainedModels = reported is null
                ? [ModelEvaluation.NetworkName]
                : [.. reported.Models.Select(model => model.Name)],
            EvaluationResults = finished.Evaluation.Groups,
            TunedModel = new TunedModel(preset, config, finished.Members.Average(member => member.Counters.BestLoss)),
            BestConfig = config,
            SelectedFeatures = features,
            Gate = finished.Evaluation.Gate,
            DataHash = finished.Request.Data.ContentHash,
            TrainedOnSynthetic = data.IsSynthetic,
            Parameters = finished.Parameters,
            Engine = EngineIdentity.Current.ToString(),
            Mines = [.. data.Set.Stopes.Select(stope => stope.Mine).Distinct().Order(StringComparer.Ordinal)],
            ParentRunId = finished.Request.Parent?.Value,
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

    private static string[] FeaturesOf(FeatureEncoder encoder) =>
        [.. encoder.FeatureNames.Select(name => name.Split(':')[0]).Distinct(), .. encoder.ChannelNames];

    private static Dictionary<string, string> ConfigOf(TrainingOptions options) =>
        new()
        {
            ["network"] = $"{options.Network}".ToLowerInvariant(),
            ["epochs"] = Text(options.Epochs),
            ["batch_size"] = Text(options.BatchSize),
            ["learning_rate"] = options.LearningRate.ToString("R", CultureInfo.InvariantCulture),
            ["validation_split"] = options.ValidationSplit.ToString("R", CultureInfo.InvariantCulture),
            ["test_split"] = options.TestSplit.ToString("R", CultureInfo.InvariantCulture),
            ["seed"] = Text(options.Seed),
            ["ensemble"] = Text(options.Ensemble),
            ["patience"] = Text(options.Patience),
            ["class_weights"] = $"{options.ClassWeights}".ToLowerInvariant(),
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
