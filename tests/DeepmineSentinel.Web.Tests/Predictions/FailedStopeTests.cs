using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Predictions;

public sealed class FailedStopeTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stope_that_fell_is_unknown_with_the_day_of_its_fall_whatever_its_last_readings_say()
    {
        await using TestSite site = new(mine);
        int stope = await AnsweredAsync(site);

        await FallAsync(site, stope);
        StabilityPrediction after = await site.Get<MLPredictionService>()
            .PredictComprehensiveStabilityAsync(stope, null, Token);

        Assert.Equal(PredictionMode.Unknown, after.Mode);
        Assert.Equal(RiskLevel.Unknown, after.Level);
        Assert.Contains("failed on", after.UnknownReason, StringComparison.Ordinal);
        Assert.Null(after.Condition);
        Assert.Empty(after.Forecast);
    }

    [Fact]
    public async Task Of_a_moment_before_the_fall_the_network_answers_as_it_would_have_then()
    {
        await using TestSite site = new(mine);
        int stope = await AnsweredAsync(site);
        MLPredictionService service = site.Get<MLPredictionService>();
        StabilityPrediction before = await service.PredictComprehensiveStabilityAsync(stope, null, Token);

        await FallAsync(site, stope);
        StabilityPrediction then = await service.PredictComprehensiveStabilityAsync(stope, before.AsOf, Token);

        Assert.Equal(PredictionMode.Network, then.Mode);
        Assert.Equal(
            before.Forecast.Select(forecast => forecast.Probability),
            then.Forecast.Select(forecast => forecast.Probability)
        );
    }

    private static async Task<int> AnsweredAsync(TestSite site)
    {
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);
        IReadOnlyList<StabilityPrediction> answers = await site.Get<MLPredictionService>()
            .PredictMultipleAsync(stopes, null, Token);
        return answers.First(answer => answer.Mode == PredictionMode.Network).StopeId;
    }

    private static async Task FallAsync(TestSite site, int stope)
    {
        await using SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(Token);
        DateTime newest = await context
            .Readings.Where(reading => reading.StopeId == stope)
            .MaxAsync(reading => reading.Timestamp, Token);
        context.Outcomes.Add(
            new Outcome
            {
                StopeId = stope,
                ObservedAt = newest.AddHours(6),
                Class = OutcomeClass.Failure,
            }
        );
        await context.SaveChangesAsync(Token);
    }
}
