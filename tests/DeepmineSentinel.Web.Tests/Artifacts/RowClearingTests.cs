using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Artifacts;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Artifacts;

/// <summary>Rows that are kept for a while alone.</summary>
public sealed class RowClearingTests : IAsyncLifetime
{
    private readonly PageSite site = new([("Retention:Enabled", "true")]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await site.AddStopeAsync(await site.AddMineAsync("North"), "S1");

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_an_import_wrote_over_goes_when_it_is_old_and_its_page_says_so_before_and_after()
    {
        int added = await ImportAsync("S1,2024-01-01,1\n");
        int changed = await ImportAsync("S1,2024-01-01,2\n");
        IHtmlDocument page = await site.PageAsync($"/imports/{changed}");
        Assert.Contains("It can be taken back until", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "It can be taken back until",
            (await site.PageAsync($"/imports/{added}")).Body!.TextContent,
            StringComparison.Ordinal
        );

        Assert.Equal((0, 0), await Clearing(89).RunAsync(Token));
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.Equal(1, await database.ReplacedReadings.CountAsync(Token));
        Assert.Equal((1, 0), await Clearing(91).RunAsync(Token));
        Assert.Equal(0, await database.ReplacedReadings.CountAsync(Token));
        Assert.Equal((0, 0), await Clearing(91).RunAsync(Token));

        page = await site.PageAsync($"/imports/{changed}");
        Assert.Contains("import_before_not_kept", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("It can be taken back until", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await database.Readings.SingleAsync(Token)).VibrationVelocityMmPerSecond);
    }

    [Fact]
    public async Task Batches_that_ended_long_ago_go_and_open_ones_stay()
    {
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            PredictionBatch ended = Batch("ended");
            ended.Cancel(PageData.Now);
            PredictionBatch again = Batch("let go on");
            again.Cancel(PageData.Now);
            again.Resume();
            again.Start(PageData.Now, Environment.ProcessId);
            database.AddRange(ended, again);
            await database.SaveChangesAsync(Token);
        }

        Assert.Equal((0, 0), await Clearing(364).RunAsync(Token));
        Assert.Equal((0, 1), await Clearing(366).RunAsync(Token));
        await using SentinelDbContext after = await site.DatabaseAsync();
        Assert.Equal("let go on", (await after.PredictionBatches.SingleAsync(Token)).Selection);
    }

    private static PredictionBatch Batch(string selection) =>
        new()
        {
            RequestedBy = "tester",
            RequestedAt = PageData.Now,
            Selection = selection,
            AsOf = null,
            RunId = null,
            Stopes = 1,
        };

    private RowClearing Clearing(int daysOn) =>
        new(
            site.Services.GetRequiredService<IDbContextFactory<SentinelDbContext>>(),
            Microsoft.Extensions.Options.Options.Create(new RetentionOptions { Enabled = true }),
            new HurriedClock(TimeSpan.FromDays(daysOn))
        );

    private async Task<int> ImportAsync(string rows)
    {
        using MemoryStream content = new(
            System.Text.Encoding.UTF8.GetBytes("stope_name,timestamp,vibration_velocity\n" + rows)
        );
        ImportRequest request = new()
        {
            Kind = ImportKind.Readings,
            Content = content,
            FileName = "readings.csv",
            MineName = "North",
            Update = true,
            By = "replaced by the service",
        };
        ImportReport report = await site.Services.GetRequiredService<ImportService>().ImportAsync(request, null, Token);
        return report.BatchId!.Value;
    }
}
