using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

/// <summary>What holds for every page alike.</summary>
public sealed class EveryPageTests : IAsyncLifetime
{
    private const string Run = "20260131_235959_0a1b2c3d";
    private readonly PageSite site = new();
    private int stope;
    private int alert;
    private int import;
    private int batch;

    public async ValueTask InitializeAsync()
    {
        Mine mine = await site.AddMineAsync("All pages", synthetic: true);
        stope = await site.AddStopeAsync(mine, "<script>alert(1)</script>");
        await site.AddReadingsAsync(stope, new Reading { Timestamp = PageData.Now.AddHours(-3) });
        await site.PredictAsync(stope, 0.3);
        await using SentinelDbContext database = await site.DatabaseAsync();
        TrainingRun run = new()
        {
            RunId = Run,
            Origin = TrainingOrigin.Site,
            RequestedBy = "tester",
            RequestedAt = PageData.Now,
            Options = "{}",
            Network = "compact",
            Epochs = 10,
        };
        run.Cancel(PageData.Now);
        database.TrainingRuns.Add(run);
        AlertEvidence seen = new(AlertCause.Forecast, AlertLevel.Evacuate, AlertLevel.Evacuate, "<b>bad</b>", null);
        Alert raised = new(stope, seen, ResponsePlan.Default, PageData.Now);
        database.Alerts.Add(raised);
        ImportBatch brought = new()
        {
            Kind = ImportKind.Readings,
            MineId = mine.Id,
            MineNames = mine.Name,
            FileName = "<b>readings</b>.csv",
            Sha256 = new string('0', 64),
            ImportedAt = PageData.Now,
            ImportedBy = "tester",
            Added = 0,
            Updated = 0,
            Rejected = 0,
        };
        PredictionBatch asked = new()
        {
            RequestedBy = "tester",
            RequestedAt = PageData.Now,
            Selection = "<i>some</i>",
            AsOf = null,
            RunId = null,
            Stopes = 1,
        };
        asked.Cancel(PageData.Now);
        database.PredictionBatches.Add(asked);
        database.ImportBatches.Add(brought);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        alert = raised.Id;
        database.PredictionBatchItems.Add(new PredictionBatchItem { BatchId = asked.Id, StopeId = stope });
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        batch = asked.Id;
        import = database.ImportBatches.Max(batch => batch.Id);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Has_one_heading_a_language_a_skip_link_and_the_footers_warning()
    {
        await ForEachAsync(page =>
        {
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotNull(page.QuerySelector("a.skip[href='#main']"));
            Assert.Contains(
                "not a substitute for inspection",
                page.QuerySelector("footer")!.TextContent,
                StringComparison.Ordinal
            );
        });
    }

    [Fact]
    public async Task Has_no_inline_script_or_style_and_fetches_nothing_from_elsewhere()
    {
        await ForEachAsync(page =>
        {
            Assert.All(page.Scripts, script => Assert.Empty(script.Text));
            Assert.Empty(page.QuerySelectorAll("[style], style, [onclick], [onload]"));
            Assert.All(
                page.QuerySelectorAll("script[src], link[href], img[src]"),
                part =>
                    Assert.StartsWith(
                        "/",
                        part.GetAttribute("src") ?? part.GetAttribute("href"),
                        StringComparison.Ordinal
                    )
            );
        });
    }

    [Fact]
    public async Task Names_every_control_and_every_tables_columns()
    {
        await ForEachAsync(page =>
        {
            foreach (IElement control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            {
                Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']"));
            }

            Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
            Assert.All(page.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
            string[] ids = [.. page.QuerySelectorAll("[id]").Select(one => one.Id!)];
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        });
    }

    [Fact]
    public async Task Shows_no_NaN_and_no_infinity()
    {
        await ForEachAsync(page =>
        {
            string text = page.Body!.TextContent;
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u221e", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Protects_every_form_that_changes_something()
    {
        await ForEachAsync(page =>
            Assert.All(
                page.Forms.Where(form => form.Method == "post"),
                form => Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"))
            )
        );
    }

    [Fact]
    public async Task Says_that_its_data_are_synthetic_where_it_shows_them()
    {
        foreach (
            string address in new[]
            {
                "/",
                "/stopes",
                $"/stopes/{stope}",
                $"/stopes/{stope}/edit",
                $"/stopes/{stope}/readings",
                "/import",
            }
        )
        {
            Assert.NotNull((await site.PageAsync(address)).QuerySelector(".synthetic-strip"));
        }
    }

    [Fact]
    public async Task Writes_nothing_when_it_is_read()
    {
        Dictionary<string, int> before = await CountsAsync();
        await ForEachAsync(_ => { });
        Assert.Equal(before, await CountsAsync());
    }

    private string[] Addresses() =>
        [
            "/",
            "/stopes",
            "/stopes?archived=true&level=high&sort=level&dir=desc&page=3&q=x",
            "/stopes/new",
            $"/stopes/{stope}",
            $"/stopes/{stope}/edit",
            $"/stopes/{stope}/readings",
            "/alerts",
            "/alerts?state=any&level=no_data&sort=raised&dir=asc&page=3&q=x&hours=24",
            $"/alerts/{alert}",
            "/alerts/delivery",
            "/stopes?changed=rose",
            "/stopes?level=failed",
            "/import",
            "/imports",
            "/imports?q=x&kind=readings&state=undone&page=3",
            $"/imports/{import}",
            $"/imports/{import}/undo",
            "/predictions",
            "/predictions/new",
            "/predictions/new?q=x&level=high&mine=1&review=true&page=3",
            $"/predictions/{batch}",
            $"/predictions/{batch}?q=x&level=stale&sort=seven_day&dir=asc&size=100&page=3",
            "/cases",
            "/training",
            $"/training/{Run}",
            "/models",
            "/health",
            "/api",
            "/help",
            "/help/operations",
            "/help/reference/housekeeping",
        ];

    private async Task ForEachAsync(Action<IHtmlDocument> check)
    {
        foreach (string address in Addresses())
        {
            IHtmlDocument page = await site.PageAsync(address);
            try
            {
                check(page);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                throw new Xunit.Sdk.XunitException($"{address}: {failure.Message}");
            }
        }
    }

    private async Task<Dictionary<string, int>> CountsAsync()
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        CancellationToken token = TestContext.Current.CancellationToken;
        return new Dictionary<string, int>
        {
            ["stopes"] = await database.Stopes.SumAsync(row => row.Revision + 1, token),
            ["readings"] = await database.Readings.CountAsync(token),
            ["predictions"] = await database.Predictions.CountAsync(token),
            ["runs"] = await database.TrainingRuns.CountAsync(token),
            ["models"] = await database.ModelVersions.CountAsync(token),
            ["feedback"] = await database.Feedback.CountAsync(token),
            ["alerts"] = await database.Alerts.SumAsync(row => row.Revision, token),
            ["messages"] = await database.AlertDeliveries.CountAsync(token),
            ["batches"] = await database.PredictionBatches.CountAsync(token),
            ["imports"] = await database.ImportBatches.CountAsync(token),
        };
    }
}
