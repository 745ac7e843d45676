using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Predictions;

public sealed class StoredPredictionTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_answer_is_the_computed_one_and_a_second_takes_its_place()
    {
        await using TestSite site = new(mine);
        MLPredictionService service = site.Get<MLPredictionService>();
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];

        Assert.Null(await service.GetStoredAsync(stope, Token));
        StoredAnswer first = await service.PredictAndStoreAsync(stope, Token);
        StoredAnswer second = await service.PredictAndStoreAsync(stope, Token);
        StabilityPrediction computed = await service.PredictComprehensiveStabilityAsync(stope, null, Token);

        Assert.NotEqual(first.PredictionId, second.PredictionId);
        Assert.Equal(second.PredictionId, (await service.GetStoredAsync(stope, Token))!.PredictionId);
        Assert.Equal(mine.Production, second.Prediction.RunId);
        Assert.Equal(computed.Level, second.Prediction.Level);
        Assert.Equal(
            computed.Forecast.Select(forecast => forecast.Probability),
            second.Prediction.Forecast.Select(forecast => forecast.Probability)
        );
    }

    [Fact]
    public async Task The_job_predicts_every_active_stope_by_itself_and_again_after_a_promotion()
    {
        await using TestSite site = new(mine, ("Predictions:Automatic", "true"));
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);

        await Eventually.TrueAsync(() => AllByAsync(site, stopes, mine.Production));
        await site.CommandLine.RunAsync("models", "promote", mine.Previous, "--override", "Tried.");

        await Eventually.TrueAsync(() => AllByAsync(site, stopes, mine.Previous));
    }

    [Fact]
    public async Task Predictions_are_equal_before_and_after_another_load()
    {
        await using TestSite site = new(mine);
        await using TestSite other = new(mine);
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);

        IReadOnlyList<StabilityPrediction> here = await site.Get<MLPredictionService>()
            .PredictMultipleAsync(stopes, null, Token);
        IReadOnlyList<StabilityPrediction> there = await other
            .Get<MLPredictionService>()
            .PredictMultipleAsync(stopes, null, Token);

        foreach ((StabilityPrediction one, StabilityPrediction two) in here.Zip(there))
        {
            Assert.Equal(one.StopeName, two.StopeName);
            Assert.All(
                one.Forecast.Zip(two.Forecast),
                pair => Assert.Equal(pair.First.Probability, pair.Second.Probability, 1e-6)
            );
        }
    }

    [Fact]
    public async Task Importance_and_metrics_are_those_measured_when_the_serving_run_was_trained()
    {
        await using TestSite site = new(mine);
        MLPredictionService service = site.Get<MLPredictionService>();

        FeatureImportance importance = await service.GetFeatureImportanceAsync(Token);
        ModelPerformance performance = (await service.GetModelPerformanceMetricsAsync(Token))!;

        Assert.Equal(mine.Production, importance.RunId);
        Assert.Equal(mine.Production, performance.RunId);
        Assert.Contains("hr", importance.Values.Keys);
        Assert.True(importance.Values.Values.Distinct().Count() > 3, "Measured importance differs by feature.");
        Assert.Equal(
            performance.Metrics.GetProperty("feature_importance").GetProperty("hr").GetDouble(),
            importance.Values["hr"]
        );
    }

    private static async Task<bool> AllByAsync(TestSite site, IReadOnlyList<int> stopes, string runId)
    {
        foreach (int stope in stopes)
        {
            if ((await site.Get<MLPredictionService>().GetStoredAsync(stope, Token))?.Prediction.RunId != runId)
            {
                return false;
            }
        }

        return stopes.Count > 0;
    }
}
