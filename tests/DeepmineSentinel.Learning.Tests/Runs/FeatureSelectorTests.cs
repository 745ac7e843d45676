using System.Text.Json;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets.Demo;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Runs;

public sealed class FeatureSelectorTests
{
    private static readonly MineDataset Data = new(
        DemoMineGenerator
            .Generate(
                new DemoMineOptions
                {
                    Stopes = 40,
                    Days = 40,
                    Seed = 3,
                }
            )
            .Stopes,
        new string('a', 64)
    );

    private static readonly string[] Channels =
    [
        "deformation_rate",
        "stress",
        "vibration_velocity",
        "temperature",
        "humidity",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void What_was_not_selected_changes_no_answer_and_what_was_selected_does()
    {
        using TempFolder folder = new();
        FolderSink sink = new(folder.Path);
        TrainingResult result = TrainingPipeline.Run(Request(6), sink, Token);
        using StabilityPredictor predictor = StabilityPredictor.Load(sink.Open);

        Assert.Equal(6, result.SelectedFeatureCount);
        Assert.Equal(6, result.SelectedFeatures.Count);
        Assert.True(result.FeatureCount > 6);
        Assert.Equal(result.SelectedFeatures.Order(), result.FeatureImportance.Keys.Order());
        Assert.Contains(result.Warnings, warning => warning.Contains("6 of ", StringComparison.Ordinal));
        Assert.True(predictor.Probe.Passed);
        Assert.Equal(result.SelectedFeatures.Order(), predictor.Components.Features.Selected!.Order());

        StabilityPrediction[] answers = Predict(predictor, stope => stope);
        Assert.Contains(answers, answer => answer.Mode == PredictionMode.Network);
        foreach (string left in Channels.Except(result.SelectedFeatures))
        {
            Assert.Equal(Shown(answers), Shown(Predict(predictor, stope => Changed(stope, left))));
        }

        string used = Channels.First(result.SelectedFeatures.Contains);
        Assert.NotEqual(Shown(answers), Shown(Predict(predictor, stope => Changed(stope, used))));
        Assert.All(
            answers.SelectMany(answer => answer.Drivers),
            driver => Assert.Contains(driver.Feature, result.SelectedFeatures)
        );
        Assert.Equal(result.SelectedFeatures.Order(), FeaturesMarked(sink).Order());
    }

    [Fact]
    public void A_loaded_model_answers_as_it_did_in_training()
    {
        using TempFolder folder = new();
        FolderSink sink = new(folder.Path);
        TrainingPipeline.Run(Request(0), sink, Token);
        PreparedData data = FeatureSelector.Select(
            PreparedData.Of(Data, Request(0).Options),
            Request(0).Options,
            Token
        );
        LoadedModel model = ModelReader.Read(sink.Open);
        using (model)
        {
            SampleTable again = new SampleEncoder(model.Encoder, model.Networks.Options).Encode(
                data.Set,
                data.Set.SamplesOf(data.Split.Stop),
                data.Plan
            );
            Assert.Equal(data.Sets.Stop.Statics, again.Statics);
            Assert.Equal(data.Sets.Stop.Series, again.Series);
        }
    }

    [Fact]
    public void The_best_of_either_branch_is_always_kept()
    {
        FeatureUse[] uses =
        [
            new("a", false, 0.5, 0.1),
            new("b", false, 0.4, 0.5),
            new("c", false, 0.3, 0.1),
            new("x", true, -0.1, 0.1),
        ];
        Assert.Equal(["a", "x"], FeatureSelector.Choose(uses, 2));
        Assert.Equal(["a", "b", "x"], FeatureSelector.Choose(uses, 3));
        Assert.Equal(["a", "c", "x"], FeatureSelector.Choose(uses, 0));
        Assert.Equal(4, FeatureSelector.Choose(uses, 100).Length);
    }

    private static TrainingRequest Request(int features) =>
        TrainedDemo.Request(Data) with
        {
            Options = SmallNetwork.Options with { SelectFeatures = features },
        };

    private static StabilityPrediction[] Predict(StabilityPredictor predictor, Func<StopeHistory, StopeHistory> change)
    {
        StopeHistory[] standing =
        [
            .. Data.Stopes.Where(stope => stope.Outcomes.All(one => one.Class != OutcomeClass.Failure)).Take(8),
        ];
        return
        [
            .. predictor.Predict(
                [.. standing.Select(change)],
                new PredictionOptions { ComputedAt = standing[0].Readings[^1].Timestamp, Explain = true },
                Token
            ),
        ];
    }

    // Temperature and humidity go far beyond anything trained: were they looked at, there would be no answer.
    private static StopeHistory Changed(StopeHistory stope, string channel) =>
        stope with
        {
            Readings = [.. stope.Readings.Select(reading => Changed(reading, channel))],
        };

    private static Core.Monitoring.Reading Changed(Core.Monitoring.Reading reading, string channel) =>
        channel switch
        {
            "temperature" => reading with { TemperatureCelsius = 59 },
            "humidity" => reading with { HumidityPercent = 1 },
            "stress" => reading with { StressMegapascals = reading.StressMegapascals * 1.05 },
            "deformation_rate" => reading with { DeformationRateMmPerDay = reading.DeformationRateMmPerDay * 1.05 },
            _ => reading with { VibrationVelocityMmPerSecond = reading.VibrationVelocityMmPerSecond * 1.05 },
        };

    private static string Shown(StabilityPrediction[] answers) =>
        JsonSerializer.Serialize(
            answers.Select(answer => new
            {
                answer.Mode,
                answer.Condition,
                answer.Forecast,
                answer.UnknownReason,
            })
        );

    private static string[] FeaturesMarked(FolderSink sink)
    {
        using Stream stream = sink.Open(ArtifactFileNames.Features);
        FeatureMetadata metadata = ArtifactJson.Read<FeatureMetadata>(stream, "features");
        return [.. metadata.Static.Concat(metadata.Channels).Where(one => one.Selected).Select(one => one.Name)];
    }
}
