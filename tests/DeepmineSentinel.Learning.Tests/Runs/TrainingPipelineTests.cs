using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs;

public sealed class TrainingPipelineTests(TrainedDemo demo)
{
    [Fact]
    public void A_run_passes_its_stages_in_order_and_writes_every_file()
    {
        Assert.Equal(
            [TrainingStage.PreparingSamples, TrainingStage.Training, TrainingStage.Evaluating, TrainingStage.Saving],
            demo.Sink.Stages
        );
        string[] names =
        [
            .. Directory
                .GetFiles(demo.Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(demo.Folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(
            [
                ArtifactFileNames.BestModel,
                ArtifactFileNames.CalibrationPlot,
                .. Best("checkpoints/member0-epoch0000{0}-batch000000.safetensors"),
                .. Best("checkpoints/member0-epoch0000{0}-batch000000.safetensors.sha256"),
                ArtifactFileNames.ConfusionPlot,
                ArtifactFileNames.Model,
                ArtifactFileNames.Components,
                ArtifactFileNames.Metadata,
                ArtifactFileNames.ImportancePlot,
                ArtifactFileNames.Features,
                ArtifactFileNames.HeldOut,
                ArtifactFileNames.LossPlot,
                ArtifactFileNames.Metrics,
                ArtifactFileNames.PrecisionRecallPlot,
                ArtifactFileNames.Report,
                ArtifactFileNames.RocPlot,
                ArtifactFileNames.Details,
                ArtifactFileNames.TrainingLog,
            ],
            names
        );
        string[] log = File.ReadAllLines(Path.Combine(demo.Folder, ArtifactFileNames.TrainingLog));
        Assert.Equal(4, log.Length);
        Assert.All(log, line => Assert.Equal(10, line.Split(',').Length));
    }

    [Fact]
    public void The_result_has_the_promised_keys()
    {
        using JsonDocument json = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(demo.Folder, ArtifactFileNames.Metrics))
        );
        string[] promised =
        [
            "run_id",
            "model_type",
            "network",
            "model_path",
            "artifacts_path",
            "preprocessing_path",
            "metrics",
            "task_type",
            "data_type",
            "feature_count",
            "selected_feature_count",
            "confusion_matrix",
            "feature_importance",
            "best_model_name",
            "trained_models",
            "evaluation_results",
            "tuned_model",
            "best_config",
            "selected_features",
        ];
        Assert.All(promised, key => Assert.True(json.RootElement.TryGetProperty(key, out _), key));
        string[] metrics =
        [
            "accuracy",
            "precision_weighted",
            "recall_weighted",
            "f1_weighted",
            "macro_f1",
            "balanced_accuracy",
            "log_loss",
            "execution_time",
            "auc_7d",
        ];
        Assert.All(
            metrics,
            key => Assert.True(json.RootElement.GetProperty("metrics").TryGetProperty(key, out _), key)
        );
        Assert.True(json.RootElement.GetProperty("confusion_matrix").TryGetProperty("matrix", out _));
        Assert.True(json.RootElement.GetProperty("tuned_model").TryGetProperty("best_params", out _));
        Assert.Equal("20260131_235959_0a1b2c3d", json.RootElement.GetProperty("run_id").GetString());
    }

    [Fact]
    public void Every_baseline_stands_beside_the_network_on_held_out_stopes()
    {
        Assert.Equal("test", demo.Result.MetricsGroup);
        Assert.Equal("network", demo.Result.TrainedModels[0]);
        Assert.Superset(
            new HashSet<string> { "majority", "physics_rule", "logit_statics" },
            demo.Result.TrainedModels.ToHashSet()
        );
        Assert.NotEmpty(demo.Result.EvaluationResults[0].Models[0].Forecast);
        Assert.True(demo.Result.Gate.Judged);
        Assert.Contains(demo.Result.Warnings, warning => warning.Contains("generated", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_feature_has_an_importance()
    {
        Assert.Equal(demo.Result.SelectedFeatures.Order(), demo.Result.FeatureImportance.Keys.Order());
        Assert.All(demo.Result.FeatureImportance.Values, rise => Assert.True(double.IsFinite(rise)));
        Assert.Contains(demo.Result.FeatureImportance.Values, rise => rise > 0);
    }

    [Fact]
    public void Data_without_labels_are_refused_with_what_to_do()
    {
        MineDataset data = new(
            [.. demo.Data.Stopes.Select(stope => stope with { Outcomes = [], UndatedStability = null })],
            demo.Data.ContentHash
        );
        using TempFolder folder = new();
        SentinelException problem = Assert.Throws<SentinelException>(() =>
            TrainingPipeline.Run(TrainedDemo.Request(data), new FolderSink(folder.Path), Token)
        );
        Assert.Equal(FailureKind.InsufficientData, problem.Kind);
        Assert.Equal("no_labels", problem.Code);
    }

    [Fact]
    public void Cancelling_leaves_a_checkpoint_and_no_model()
    {
        using TempFolder folder = new();
        using CancellationTokenSource source = new();
        FolderSink sink = new(folder.Path) { OnEpoch = _ => source.Cancel() };
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TrainingPipeline.Run(TrainedDemo.Request(demo.Data), sink, source.Token)
        );
        Assert.NotEmpty(Directory.GetFiles(folder.File("checkpoints"), "member0-epoch00001-*.safetensors"));
        Assert.False(File.Exists(folder.File(ArtifactFileNames.Model)));
    }

    [Fact]
    public void A_stopped_run_that_goes_on_ends_with_the_same_model_file()
    {
        using TempFolder folder = new();
        using CancellationTokenSource source = new();
        FolderSink sink = new(folder.Path) { OnEpoch = _ => source.Cancel() };
        TrainingRequest request = TrainedDemo.Request(demo.Data);
        Assert.ThrowsAny<OperationCanceledException>(() => TrainingPipeline.Run(request, sink, source.Token));
        RunFiles files = new(
            [
                .. Directory
                    .GetFiles(folder.File("checkpoints"))
                    .Select(path => $"checkpoints/{Path.GetFileName(path)}"),
                ArtifactFileNames.TrainingLog,
            ],
            sink.Open
        );
        ResumePoint point = ResumePoint.Find(files, request.Options);
        Assert.Equal(1, point.Current!.Counters.Epoch);
        TrainingPipeline.Run(request with { Resume = point }, new FolderSink(folder.Path), Token);
        foreach (
            string name in new[] { ArtifactFileNames.Model, ArtifactFileNames.BestModel, ArtifactFileNames.Components }
        )
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(demo.Folder, name)), File.ReadAllBytes(folder.File(name)));
        }
    }

    [Fact]
    public void A_run_that_starts_from_another_answers_first_as_that_one_did()
    {
        using TempFolder folder = new();
        ParentModel parent = ParentModel.Read(RunId.Parse(demo.Result.RunId), demo.Sink.Open);
        TrainingRequest request = TrainedDemo.Request(demo.Data) with
        {
            RunId = RunId.Parse("20260201_000000_0a1b2c3d"),
            Parent = parent,
            Options = TrainedDemo.Request(demo.Data).Options with { LearningRate = 1e-6, Epochs = 1 },
        };
        TrainingResult result = TrainingPipeline.Run(request, new FolderSink(folder.Path), Token);
        Assert.Equal(demo.Result.RunId, result.ParentRunId);
        Assert.Equal(demo.Result.Members[0].BestLoss, result.Members[0].BestLoss, 0.05);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(demo.Folder, ArtifactFileNames.Features)),
            File.ReadAllBytes(folder.File(ArtifactFileNames.Features))
        );
    }

    [Fact]
    public void Weights_that_do_not_fit_or_have_seen_the_test_are_refused()
    {
        ParentModel parent = ParentModel.Read(RunId.Parse(demo.Result.RunId), demo.Sink.Open);
        TrainingRequest request = TrainedDemo.Request(demo.Data) with { Parent = parent };
        Assert.Equal("from_other_network", CodeOf(request, request.Options with { Network = NetworkPreset.Enhanced }));
        Assert.Equal("from_saw_test", CodeOf(request, request.Options with { TestSplit = 0.4 }));
        MineDataset undated = demo.Data with
        {
            Stopes =
            [
                .. demo.Data.Stopes.Select((stope, i) => stope with { Outcomes = [], UndatedStability = i % 3 != 0 }),
            ],
        };
        Assert.Equal("from_other_labels", CodeOf(request with { Data = undated }, request.Options));
    }

    private static string CodeOf(TrainingRequest request, TrainingOptions options)
    {
        using TempFolder folder = new();
        SentinelException refused = Assert.Throws<SentinelException>(() =>
            TrainingPipeline.Run(request with { Options = options }, new FolderSink(folder.Path), Token)
        );
        Assert.Empty(Directory.GetFiles(folder.Path));
        return refused.Code;
    }

    [Fact]
    public void The_reference_mine_trains_to_a_result()
    {
        MineDataset data = ReferenceMine.ReadOrSkip();
        using TempFolder folder = new();
        FolderSink sink = new(folder.Path);
        TrainingRequest request = TrainedDemo.Request(data) with { Options = SmallNetwork.Options };
        TrainingResult result = TrainingPipeline.Run(request, sink, Token);
        Assert.Equal("undated", result.DataType);
        Assert.Equal(5, result.EvaluationResults[0].Stopes);
        Assert.Contains(result.Warnings, warning => warning.Contains("no training stope", StringComparison.Ordinal));
        Assert.InRange(result.Metrics["log_loss"]!.Value, 0, 5);
    }

    private string[] Best(string name) =>
        [string.Format(System.Globalization.CultureInfo.InvariantCulture, name, demo.Result.Members[0].BestEpoch)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
