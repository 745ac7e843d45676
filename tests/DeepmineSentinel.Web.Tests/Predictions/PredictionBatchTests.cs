using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Predictions.Batches;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Predictions;

public sealed class PredictionBatchTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_stores_the_same_answers_as_everywhere_and_links_them()
    {
        await using TestSite site = new(mine);
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);
        PredictionBatch batch = await EndedAsync(site, await SubmitAsync(site, [.. stopes, stopes[0]]));

        Assert.Equal((PredictionBatchState.Completed, stopes.Count), (batch.State, batch.Done));
        Dictionary<int, PredictionBatchItem> items = await ItemsAsync(site, batch.Id);
        IReadOnlyList<StabilityPrediction> computed = await site.Get<MLPredictionService>()
            .PredictMultipleAsync(stopes, null, Token);
        foreach (StabilityPrediction answer in computed)
        {
            PredictionBatchItem item = items[answer.StopeId];
            StoredAnswer stored = (await site.Get<MLPredictionService>().GetStoredAsync(answer.StopeId, Token))!;
            Assert.Equal(stored.PredictionId, item.PredictionId);
            Assert.Equal((answer.Level, mine.Production), (item.Level, item.RunId));
            double? seven = answer.Forecast.FirstOrDefault(day => day.HorizonDays == Horizons.LevelDays)?.Probability;
            Assert.Equal(seven, item.SevenDayProbability);
        }
    }

    [Fact]
    public async Task A_batch_by_another_run_about_the_past_leaves_the_stopes_latest_answers_alone()
    {
        await using TestSite site = new(mine);
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        DateTime asOf = (
            await site.Get<MLPredictionService>().PredictComprehensiveStabilityAsync(stope, null, Token)
        ).AsOf!.Value.AddDays(-20);
        PredictionBatch batch = await EndedAsync(site, await SubmitAsync(site, [stope], asOf, mine.Previous));

        PredictionBatchItem item = (await ItemsAsync(site, batch.Id))[stope];
        Assert.Equal((mine.Previous, null), (item.RunId, item.PredictionId));
        Assert.True(item.AsOf <= asOf);
        Assert.Null(await site.Get<MLPredictionService>().GetStoredAsync(stope, Token));
    }

    [Fact]
    public async Task A_batch_that_was_at_work_when_its_process_died_is_interrupted_and_goes_on_where_it_stopped()
    {
        await using TestSite first = new(mine);
        IReadOnlyList<int> stopes = await first.Get<StopeHistoryReader>().ActiveAsync(Token);
        PredictionBatchRows rows = first.Get<PredictionBatchRows>();
        PredictionBatchIntake intake = first.Get<PredictionBatchIntake>();

        // As a process leaves it that took it and died: running, some stopes done.
        PredictionBatch batch = await intake.AddAsync(Request(stopes), Token);
        await EndedAsync(first, batch);
        await using (SentinelDbContext context = await OpenAsync(first))
        {
            await context.Database.ExecuteSqlAsync(
                $"UPDATE PredictionBatches SET State = 'Running', ProcessId = 2147483000, FinishedAt = NULL WHERE Id = {batch.Id}",
                Token
            );
            await context.Database.ExecuteSqlAsync(
                $"UPDATE PredictionBatchItems SET ComputedAt = NULL WHERE BatchId = {batch.Id} AND StopeId = {stopes[0]}",
                Token
            );
        }

        await rows.InterruptLostAsync(Token);
        Assert.Equal(PredictionBatchState.Interrupted, (await GetAsync(first, batch.Id)).State);
        int before = await PredictionsAsync(first);
        await first.Get<PredictionBatchService>().ResumeAsync(batch.Id, Token);
        Assert.Equal(PredictionBatchState.Completed, (await EndedAsync(first, batch)).State);
        Assert.Equal(before + 1, await PredictionsAsync(first));
    }

    [Fact]
    public async Task A_batch_is_cancelled_once_and_the_same_request_sent_twice_is_one_batch()
    {
        await using TestSite site = new(mine, ("Predictions:BatchQueueLimit", "1"));
        IReadOnlyList<int> stopes = await site.Get<StopeHistoryReader>().ActiveAsync(Token);
        PredictionBatchIntake intake = site.Get<PredictionBatchIntake>();
        PredictionBatchRequest request = Request(stopes) with { RequestKey = "pressed" };
        PredictionBatch[] both = await Task.WhenAll(intake.AddAsync(request, Token), intake.AddAsync(request, Token));
        Assert.Equal(both[0].Id, both[1].Id);
        PredictionBatch ended = await EndedAsync(site, both[0]);
        SentinelException over = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Get<PredictionBatchService>().CancelAsync(ended.Id, Token)
        );
        Assert.Equal("prediction_batch_state", over.Code);
        SentinelException gone = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Get<PredictionBatchService>().CancelAsync(4711, Token)
        );
        Assert.Equal("prediction_batch_not_found", gone.Code);
    }

    [Fact]
    public async Task A_batch_at_work_that_somebody_stops_keeps_its_answers_and_goes_on_with_the_rest()
    {
        const int Many = 2_000;
        await using TestSite site = new(mine);
        await using (SentinelDbContext context = await OpenAsync(site))
        {
            Stope first = await context.Stopes.AsNoTracking().OrderBy(stope => stope.Id).FirstAsync(Token);
            context.AddRange(
                Enumerable
                    .Range(1, Many)
                    .Select(n => new Stope(first.MineId, $"Bare {n}", first.Properties, first.UpdatedAt))
            );
            await context.SaveChangesAsync(Token);
        }

        PredictionBatch batch = await SubmitAsync(site, await site.Get<StopeHistoryReader>().ActiveAsync(Token));
        await Eventually.TrueAsync(async () => (await GetAsync(site, batch.Id)).Done > 0);
        await site.Get<PredictionBatchService>().CancelAsync(batch.Id, Token);
        await Eventually.TrueAsync(async () =>
            (await GetAsync(site, batch.Id)).Done == await AnsweredAsync(site, batch.Id)
        );
        PredictionBatch stopped = await GetAsync(site, batch.Id);
        Assert.Equal(PredictionBatchState.Cancelled, stopped.State);
        Assert.InRange(stopped.Done, 1, batch.Stopes - 1);

        // Let go on at once and stopped and let go on again: nothing of the first round ends the later ones.
        await site.Get<PredictionBatchService>().ResumeAsync(batch.Id, Token);
        await Eventually.TrueAsync(async () => (await GetAsync(site, batch.Id)).Done > stopped.Done);
        await site.Get<PredictionBatchService>().CancelAsync(batch.Id, Token);
        await site.Get<PredictionBatchService>().ResumeAsync(batch.Id, Token);
        PredictionBatch ended = await EndedAsync(site, batch);
        Assert.Equal((PredictionBatchState.Completed, batch.Stopes), (ended.State, ended.Done));
        Assert.Equal(batch.Stopes, await AnsweredAsync(site, batch.Id));
    }

    [Theory]
    [InlineData("batch_empty")]
    [InlineData("batch_too_large")]
    [InlineData("as_of_in_future")]
    [InlineData("run_not_found")]
    [InlineData("invalid_run_id")]
    [InlineData("stope_not_found")]
    public async Task What_cannot_be_predicted_is_refused_at_once_and_leaves_no_row(string code)
    {
        await using TestSite site = new(mine, ("Predictions:MostInBatch", "3"));
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        PredictionBatchRequest request = code switch
        {
            "batch_empty" => Request([]),
            "batch_too_large" => Request([1, 2, 3, 4]),
            "as_of_in_future" => Request([stope]) with { AsOf = DateTime.MaxValue },
            "run_not_found" => Request([stope]) with { RunId = "20200101_000000_00000000" },
            "invalid_run_id" => Request([stope]) with { RunId = "../etc/passwd" },
            _ => Request([stope, 99_999]),
        };
        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            site.Get<PredictionBatchService>().SubmitAsync(request, Token)
        );
        Assert.Equal(code, refused.Code);
        await using SentinelDbContext context = await OpenAsync(site);
        Assert.Equal(0, await context.PredictionBatches.CountAsync(Token));
    }

    private static PredictionBatchRequest Request(IReadOnlyCollection<int> stopes) =>
        new() { StopeIds = stopes, Selection = "tried" };

    private static Task<PredictionBatch> SubmitAsync(
        TestSite site,
        IReadOnlyCollection<int> stopes,
        DateTime? asOf = null,
        string? run = null
    ) => site.Get<PredictionBatchService>().SubmitAsync(Request(stopes) with { AsOf = asOf, RunId = run }, Token);

    // The site's own job takes it.
    private static async Task<PredictionBatch> EndedAsync(TestSite site, PredictionBatch batch)
    {
        await Eventually.TrueAsync(async () => (await GetAsync(site, batch.Id)).IsOver);
        return await GetAsync(site, batch.Id);
    }

    private static async Task<PredictionBatch> GetAsync(TestSite site, int id)
    {
        await using SentinelDbContext context = await OpenAsync(site);
        return await context.PredictionBatches.AsNoTracking().SingleAsync(batch => batch.Id == id, Token);
    }

    private static async Task<Dictionary<int, PredictionBatchItem>> ItemsAsync(TestSite site, int id)
    {
        await using SentinelDbContext context = await OpenAsync(site);
        return await context
            .PredictionBatchItems.AsNoTracking()
            .Where(item => item.BatchId == id)
            .ToDictionaryAsync(item => item.StopeId, Token);
    }

    private static async Task<int> AnsweredAsync(TestSite site, int id)
    {
        await using SentinelDbContext context = await OpenAsync(site);
        return await context.PredictionBatchItems.CountAsync(
            item => item.BatchId == id && item.ComputedAt != null,
            Token
        );
    }

    private static async Task<int> PredictionsAsync(TestSite site)
    {
        await using SentinelDbContext context = await OpenAsync(site);
        return await context.Predictions.CountAsync(Token);
    }

    private static Task<SentinelDbContext> OpenAsync(TestSite site) =>
        site.Get<IDbContextFactory<SentinelDbContext>>().CreateDbContextAsync(Token);
}
