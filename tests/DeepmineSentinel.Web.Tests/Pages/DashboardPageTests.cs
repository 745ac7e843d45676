using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class DashboardPageTests : IAsyncDisposable
{
    private readonly PageSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_empty_site_says_what_to_do_first()
    {
        IHtmlDocument page = await site.PageAsync("/");
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=next] a[href='/import']"));
        Assert.All(page.QuerySelectorAll(".tile b"), count => Assert.Equal("0", count.TextContent));
    }

    [Fact]
    public async Task Every_active_stope_counts_once_and_each_number_leads_to_its_list()
    {
        Mine mine = await site.AddMineAsync("Counted");
        await site.PredictAsync(await site.AddStopeAsync(mine, "A"), 0.6);
        await site.PredictAsync(await site.AddStopeAsync(mine, "B"), 0.002);
        await site.PredictAsync(await site.AddStopeAsync(mine, "C"), 0.002, PageData.Now.AddDays(-9));
        await site.AddStopeAsync(mine, "D");

        IHtmlDocument page = await site.PageAsync("/");
        Assert.Equal("1", Count(page, "imminent"));
        Assert.Equal("1", Count(page, "very_low"));
        Assert.Equal("1", Count(page, "stale"));
        Assert.Equal("1", Count(page, "unknown"));
        Assert.Equal("0", Count(page, "high"));
        IElement first = page.QuerySelector("section[aria-labelledby=worst] tbody th")!;
        Assert.Equal("A", first.TextContent);
        foreach (IElement tile in page.QuerySelectorAll("a.tile"))
        {
            IHtmlDocument list = await site.PageAsync(tile.GetAttribute("href")!);
            Assert.Equal(tile.QuerySelector("b")!.TextContent, PageSite.Text(list.QuerySelectorAll("tbody tr").Length));
        }
    }

    [Fact]
    public async Task A_stope_that_fell_is_called_failed_with_its_day_and_is_of_no_level()
    {
        Mine mine = await site.AddMineAsync("Fallen");
        int stope = await site.AddStopeAsync(mine, "A");
        await site.PredictAsync(stope, 0.6);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.Outcomes.Add(
                new Outcome
                {
                    StopeId = stope,
                    ObservedAt = PageData.Now.AddHours(-2),
                    OccurredAt = new DateTime(2026, 3, 9, 12, 0, 0, DateTimeKind.Utc),
                    Class = OutcomeClass.Failure,
                }
            );
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        IHtmlDocument page = await site.PageAsync("/");
        Assert.Equal("1", Count(page, "failed"));
        Assert.All(
            page.QuerySelectorAll("ul[aria-label='Stopes by level'] a.tile:not(.lv-failed) b"),
            count => Assert.Equal("0", count.TextContent)
        );
        Assert.Null(page.QuerySelector("section[aria-labelledby=worst] tbody"));
        IElement row = (await site.PageAsync("/stopes?level=failed")).QuerySelector("tbody tr")!;
        Assert.Contains("Failed", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 Mar 2026", row.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.PageAsync("/stopes?level=imminent")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await site.PageAsync("/stopes?level=unknown")).QuerySelectorAll("tbody tr"));
        Assert.NotNull((await site.PageAsync($"/stopes/{stope}")).QuerySelector(".page-head .lv-failed"));
    }

    [Fact]
    public async Task What_rose_and_fell_since_yesterday_is_counted_and_listed_alike()
    {
        Mine mine = await site.AddMineAsync("Moving");
        await MoveAsync(await site.AddStopeAsync(mine, "Up"), 0.002, 0.3);
        await MoveAsync(await site.AddStopeAsync(mine, "Down"), 0.3, 0.002);
        await MoveAsync(await site.AddStopeAsync(mine, "Same"), 0.3, 0.31);
        await site.PredictAsync(await site.AddStopeAsync(mine, "New"), 0.6);

        IHtmlDocument page = await site.PageAsync("/");
        foreach ((string change, string name) in new[] { ("rose", "Up"), ("fell", "Down") })
        {
            IElement link = page.QuerySelector($"a[href='/stopes?changed={change}']")!;
            Assert.Equal("1", link.QuerySelector("b")!.TextContent);
            IHtmlDocument list = await site.PageAsync($"/stopes?changed={change}");
            Assert.Equal(name, Assert.Single(list.QuerySelectorAll("tbody th")).TextContent.Trim());
        }
    }

    private async Task MoveAsync(int stope, double before, double now)
    {
        await site.PredictAsync(stope, before);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            DateTime old = PageData.Now.AddHours(-30);
            await database
                .Predictions.Where(row => row.StopeId == stope)
                .ExecuteUpdateAsync(
                    change => change.SetProperty(row => row.IsLatest, false).SetProperty(row => row.ComputedAt, old),
                    TestContext.Current.CancellationToken
                );
        }

        await site.PredictAsync(stope, now);
    }

    [Fact]
    public async Task Without_a_model_the_page_says_what_answers_meanwhile()
    {
        Mine mine = await site.AddMineAsync("No model");
        await site.AddStopeAsync(mine, "A");

        IHtmlDocument page = await site.PageAsync("/");
        string steps = page.QuerySelector("section[aria-labelledby=next]")!.TextContent;
        Assert.Contains("physics rule answers", steps, StringComparison.Ordinal);
        Assert.Contains("never reassure", steps, StringComparison.Ordinal);
    }

    private static string Count(IHtmlDocument page, string level) =>
        page.QuerySelector($"a.tile.lv-{level} b")!.TextContent;
}
