using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs;

public sealed class UnusualRunsTests
{
    private static readonly TrainingOptions Short = SmallNetwork.Options with { Epochs = 2 };

    [Fact]
    public void An_ensemble_is_one_artifact_that_answers_as_it_did()
    {
        using TempFolder folder = new();
        MineDataset data = Undated();
        TrainingResult result = Run(data, Short with { Ensemble = 2 }, folder);
        Assert.Equal(2, result.Members.Count);
        using StabilityPredictor predictor = StabilityPredictor.Load(new FolderSink(folder.Path).Open);
        Assert.Equal(result.Parameters, predictor.Metadata.Parameters);
        Assert.InRange(predictor.Probe.MaxDifference, 0, 1e-6);
        AssertSound(predictor, data);
    }

    [Fact]
    public void The_enhanced_network_runs_from_data_to_answers()
    {
        using TempFolder folder = new();
        MineDataset data = Undated();
        NetworkTuning narrow = new() { StaticLayers = [32, 32, 16], RecurrentLayers = [32, 32, 16] };
        TrainingResult result = Run(
            data,
            Short with
            {
                Network = NetworkPreset.Enhanced,
                Tuning = narrow,
                Epochs = 1,
            },
            folder
        );
        Assert.Equal("enhanced", result.Network);
        using StabilityPredictor predictor = StabilityPredictor.Load(new FolderSink(folder.Path).Open);
        AssertSound(predictor, data);
    }

    [Fact]
    public void Balanced_classes_leave_the_log_weights_in_the_calibration()
    {
        using TempFolder folder = new();
        MineDataset data = Undated();
        Run(data, Short with { ClassWeights = ClassWeighting.Balanced }, folder);
        using StabilityPredictor predictor = StabilityPredictor.Load(new FolderSink(folder.Path).Open);
        Assert.All(predictor.Components.Calibration.ConditionOffsets, offset => Assert.NotEqual(0, offset));
        AssertSound(predictor, data);
    }

    [Fact]
    public void Nothing_held_out_is_said_and_not_judged()
    {
        using TempFolder folder = new();
        TrainingResult result = Run(Undated(), Short with { TestSplit = 0 }, folder);
        Assert.Equal("validation", result.MetricsGroup);
        Assert.False(result.Gate.Judged);
        Assert.False(result.Gate.Passed);
        Assert.Contains(result.Warnings, warning => warning.Contains("held out", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_readings_anywhere_the_static_branch_answers_and_says_so()
    {
        using TempFolder folder = new();
        MineDataset data = Undated();
        data = data with { Stopes = [.. data.Stopes.Select(stope => stope with { Readings = [] })] };
        Run(data, Short, folder);
        using StabilityPredictor predictor = StabilityPredictor.Load(new FolderSink(folder.Path).Open);
        StabilityPrediction[] predictions = AssertSound(predictor, data);
        Assert.All(
            predictions,
            prediction =>
                Assert.Contains(
                    prediction.Warnings,
                    warning => warning.Contains("no readings", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void One_class_only_is_refused_with_what_to_do()
    {
        MineDataset data = Undated();
        data = data with { Stopes = [.. data.Stopes.Select(stope => stope with { UndatedStability = true })] };
        using TempFolder folder = new();
        SentinelException problem = Assert.Throws<SentinelException>(() => Run(data, Short, folder));
        Assert.Equal(FailureKind.InsufficientData, problem.Kind);
    }

    private static MineDataset Undated()
    {
        DemoMine mine = DemoMineGenerator.Generate(
            new DemoMineOptions
            {
                Stopes = 40,
                Days = 14,
                Seed = 5,
            }
        );
        return new MineDataset(
            [
                .. mine.Stopes.Select(
                    (stope, i) => stope with { Outcomes = [], IsSynthetic = false, UndatedStability = i % 3 != 0 }
                ),
            ],
            new string('b', 64)
        );
    }

    private static TrainingResult Run(MineDataset data, TrainingOptions options, TempFolder folder) =>
        TrainingPipeline.Run(
            TrainedDemo.Request(data) with
            {
                Options = options,
            },
            new FolderSink(folder.Path),
            TestContext.Current.CancellationToken
        );

    private static StabilityPrediction[] AssertSound(StabilityPredictor predictor, MineDataset data)
    {
        PredictionOptions options = new() { ComputedAt = new DateTime(2025, 1, 14, 0, 0, 0, DateTimeKind.Utc) };
        IReadOnlyList<StabilityPrediction> predictions = predictor.Predict(
            [.. data.Stopes.Take(6)],
            options,
            TestContext.Current.CancellationToken
        );
        StabilityPrediction[] answered = [.. predictions.Where(one => one.Mode == PredictionMode.Network)];
        Assert.NotEmpty(answered);
        Assert.All(
            answered,
            prediction =>
            {
                Assert.Equal(LevelBasis.ConditionOnly, prediction.LevelBasis);
                Assert.Empty(prediction.Forecast);
                Assert.All(prediction.Condition!.Probabilities, one => Assert.InRange(one.Probability, 0, 1));
                Assert.All(prediction.Drivers, driver => Assert.True(double.IsFinite(driver.Contribution)));
            }
        );
        return answered;
    }
}
