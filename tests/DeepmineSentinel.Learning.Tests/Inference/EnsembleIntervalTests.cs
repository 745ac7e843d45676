using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Tests.Networks;
using DeepmineSentinel.Learning.Tests.Runs;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Testing;

namespace DeepmineSentinel.Learning.Tests.Inference;

public sealed class EnsembleIntervalTests(TrainedDemo demo)
{
    [Fact]
    public void The_interval_is_the_range_of_what_the_networks_say_by_themselves()
    {
        using TempFolder folder = new();
        FolderSink sink = new(folder.Path);
        TrainingRequest request = TrainedDemo.Request(demo.Data);
        TrainingPipeline.Run(
            request with
            {
                Options = SmallNetwork.Options with { Ensemble = 3, Epochs = 2 },
            },
            sink,
            TestContext.Current.CancellationToken
        );
        using StabilityPredictor predictor = StabilityPredictor.Load(sink.Open);
        using LoadedModel model = ModelReader.Read(sink.Open);

        (StopeHistory Stope, StabilityPrediction Answer)[] answered =
        [
            .. demo.Data.Stopes.Zip(Predict(predictor)).Where(pair => pair.Second.Mode == PredictionMode.Network),
        ];
        Assert.NotEmpty(answered);
        foreach ((StopeHistory stope, StabilityPrediction answer) in answered)
        {
            (double[] Condition, double[] Forecast)[] alone = [.. MembersAlone(model, stope, answer.AsOf)];
            for (int k = 0; k < answer.Forecast.Count; k++)
            {
                HorizonForecast step = answer.Forecast[k];
                RequireRange(step.Interval, step.Probability, [.. alone.Select(one => one.Forecast[k])]);
                Assert.Equal("range over 3 networks", step.Interval!.Meaning);
            }

            for (int k = 0; k < 3; k++)
            {
                ClassProbability item = answer.Condition!.Probabilities[k];
                RequireRange(item.Interval, item.Probability, [.. alone.Select(one => one.Condition[k])]);
            }
        }

        Assert.Contains(answered, pair => pair.Answer.Forecast[2].Interval is { } range && range.Upper > range.Lower);
    }

    [Fact]
    public void One_network_alone_gives_no_interval()
    {
        using StabilityPredictor predictor = StabilityPredictor.Load(demo.Sink.Open);
        Assert.All(
            Predict(predictor),
            answer =>
            {
                Assert.All(answer.Forecast, step => Assert.Null(step.Interval));
                Assert.All(answer.Condition?.Probabilities ?? [], item => Assert.Null(item.Interval));
            }
        );
    }

    private static void RequireRange(ProbabilityInterval? interval, double answer, double[] alone)
    {
        Assert.NotNull(interval);
        Assert.Equal(Math.Min(answer, alone.Min()), interval.Lower, 1e-6);
        Assert.Equal(Math.Max(answer, alone.Max()), interval.Upper, 1e-6);
        Assert.InRange(answer, interval.Lower, interval.Upper);
    }

    private static IEnumerable<(double[] Condition, double[] Forecast)> MembersAlone(
        LoadedModel model,
        StopeHistory stope,
        DateTime? asOf
    )
    {
        SampleTable table = new SampleEncoder(model.Encoder, model.Networks.Options).Encode([(stope, asOf)]);
        foreach (DualBranchNetwork member in model.Networks.Members)
        {
            NetworkScores scores = NetworkScoring.Score(
                new NetworkEnsemble([member]),
                table,
                TestContext.Current.CancellationToken
            );
            yield return (
                model.Components.Calibration.ConditionProbabilities(scores.Condition),
                model.Components.Calibration.FailureProbabilities(scores.Hazard)
            );
        }
    }

    private IReadOnlyList<StabilityPrediction> Predict(StabilityPredictor predictor) =>
        predictor.Predict(
            demo.Data.Stopes,
            new PredictionOptions { ComputedAt = demo.Data.Stopes[0].Readings[^1].Timestamp, Explain = false },
            TestContext.Current.CancellationToken
        );
}
