using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Training;

public sealed class TrainingServiceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_start_with_the_demo_mine_ends_with_a_trained_compact_model_serving()
    {
        await using TestSite site = new(
            ("Site:SeedDemo", "true"),
            ("Predictions:Automatic", "true"),
            ("Predictions:FallbackTraining", "true"),
            ("Predictions:FallbackEpochs", "2")
        );
        MLPredictionService service = site.Get<MLPredictionService>();

        await Eventually.TrueAsync(async () => (await service.CheckHealthAsync(Token)).Loaded);

        TrainingRun run = Assert.Single(await RunsAsync(site));
        Assert.Equal(TrainingOrigin.Fallback, run.Origin);
        Assert.Equal("compact", run.Network);
        Assert.Equal(FallbackTraining.SiteItself, run.RequestedBy);
        await Eventually.TrueAsync(async () => (await RunsAsync(site))[0].State == TrainingRunState.Completed);
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        await Eventually.TrueAsync(async () =>
            (await service.GetStoredAsync(stope, Token))?.Prediction.RunId == run.RunId
        );
        ModelVersion version = await site.Get<ModelRegistry>().GetAsync(run.RunId, Token);
        Assert.Equal(FallbackTraining.SiteItself, version.RegisteredBy);
    }

    [Fact]
    public async Task A_fallback_run_that_failed_for_lack_of_labels_is_not_queued_again_until_data_change()
    {
        await using TestSite site = new(("Predictions:FallbackTraining", "true"));
        await site.Get<DemoMineSeeder>().SeedAsync(Token);
        await using (SentinelDbContext context = await ContextAsync(site))
        {
            await context.Outcomes.ExecuteDeleteAsync(Token);
        }

        FallbackTraining fallback = site.Get<FallbackTraining>();
        await fallback.QueueIfDueAsync(Token);
        await Eventually.TrueAsync(async () => (await RunsAsync(site))[0].State == TrainingRunState.Failed);
        await fallback.QueueIfDueAsync(Token);
        int afterFailure = (await RunsAsync(site)).Count;
        site.Get<DeepmineSentinel.Web.Services.DataChanges>().EverythingChanged();
        await fallback.QueueIfDueAsync(Token);

        Assert.Equal(1, afterFailure);
        Assert.NotNull((await RunsAsync(site))[0].FailureCode);
        Assert.Equal(2, (await RunsAsync(site)).Count);
    }

    [Fact]
    public async Task A_run_left_running_by_a_process_that_is_gone_becomes_interrupted_at_the_next_start()
    {
        await using TestSite site = new();
        TrainingRun lost = Lost();
        await using (SentinelDbContext context = await ContextAsync(site))
        {
            context.TrainingRuns.Add(lost);
            await context.SaveChangesAsync(Token);
        }

        await site.CommandLine.RunAsync("models", "list");

        Assert.Equal(TrainingRunState.Interrupted, (await RunsAsync(site))[0].State);
    }

    [Fact]
    public async Task A_running_run_is_cancelled_at_its_next_batch_and_the_next_one_is_taken()
    {
        await using TestSite site = new();
        await site.Get<DemoMineSeeder>().SeedAsync(Token);
        TrainingService training = site.Get<TrainingService>();
        TrainModelOptions endless = new()
        {
            Network = "compact",
            Tuning = NarrowNetwork.Tuning,
            Epochs = 5_000,
            Patience = 5_000,
        };

        TrainingRun first = await training.QueueAsync(endless, TrainingOrigin.Site, "tester", Token);
        await Eventually.TrueAsync(async () => (await FindAsync(site, first.RunId)).EpochsDone > 0);
        await training.CancelAsync(first.RunId, Token);
        TrainingRun second = await training.QueueAsync(
            endless with
            {
                Epochs = 1,
            },
            TrainingOrigin.Site,
            "tester",
            Token
        );

        await Eventually.TrueAsync(async () => (await FindAsync(site, second.RunId)).IsOver);
        Assert.Equal(TrainingRunState.Cancelled, (await FindAsync(site, first.RunId)).State);
        Assert.Equal(TrainingRunState.Completed, (await FindAsync(site, second.RunId)).State);
    }

    private static TrainingRun Lost()
    {
        TrainingRun run = new()
        {
            RunId = "20260131_235959_0a1b2c3d",
            Origin = TrainingOrigin.Command,
            RequestedBy = "tester",
            RequestedAt = DateTime.UnixEpoch,
            Options = "{}",
            Network = "compact",
            Epochs = 1,
        };
        run.Start(DateTime.UnixEpoch, int.MaxValue);
        return run;
    }

    private static async Task<TrainingRun> FindAsync(TestSite site, string runId) =>
        (await RunsAsync(site)).Single(run => run.RunId == runId);

    private static async Task<IReadOnlyList<TrainingRun>> RunsAsync(TestSite site)
    {
        await using SentinelDbContext context = await ContextAsync(site);
        return await context.TrainingRuns.AsNoTracking().OrderBy(run => run.Id).ToListAsync(Token);
    }

    private static Task<SentinelDbContext> ContextAsync(TestSite site) =>
        site.Get<IDbContextFactory<SentinelDbContext>>().CreateDbContextAsync(Token);
}
