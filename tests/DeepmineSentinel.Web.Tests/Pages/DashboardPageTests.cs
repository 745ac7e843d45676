using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;

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
