using System.Globalization;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class StopeListPageTests(PageSite site) : IClassFixture<PageSite>
{
    [Fact]
    public async Task The_address_carries_search_level_and_mine()
    {
        Mine mine = await site.AddMineAsync("Filters");
        Mine other = await site.AddMineAsync("Others");
        await site.PredictAsync(await site.AddStopeAsync(mine, "North_1"), 0.6);
        await site.PredictAsync(await site.AddStopeAsync(mine, "North_2"), 0.002);
        await site.PredictAsync(await site.AddStopeAsync(other, "North_3"), 0.6);
        await site.AddStopeAsync(mine, "South_1");

        Assert.Equal(["North_1", "North_2"], await NamesAsync($"/stopes?mine={mine.Id}&q=NORTH"));
        Assert.Equal(["North_1"], await NamesAsync($"/stopes?mine={mine.Id}&level=imminent"));
        Assert.Equal(["South_1"], await NamesAsync($"/stopes?mine={mine.Id}&level=unknown"));
    }

    [Fact]
    public async Task The_address_carries_the_chosen_columns_through_order_search_and_pages()
    {
        Mine mine = await site.AddMineAsync("Columns");
        await site.PredictAsync(await site.AddStopeAsync(mine, "A"), 0.02);

        IHtmlDocument page = await site.PageAsync(
            $"/stopes?mine={mine.Id}&column=depth&column=rock_type&column=nonsense"
        );
        Assert.Equal(
            ["Stope", "Rock type", "Depth, m"],
            page.QuerySelectorAll("thead th").Select(header => header.TextContent.Trim())
        );
        Assert.Equal(3, page.QuerySelectorAll("tbody tr > *").Length);
        Assert.Equal(
            $"/stopes?mine={mine.Id}&sort=depth&dir=desc&column=rock_type&column=depth",
            page.QuerySelector("thead th:last-child a")!.GetAttribute("href")
        );
        Assert.Equal(2, page.QuerySelectorAll("[role=search] input[name=column]").Length);
        Assert.Equal($"{mine.Id}", page.QuerySelector("details input[name=mine]")!.GetAttribute("value"));

        IHtmlDocument usual = await site.PageAsync($"/stopes?mine={mine.Id}&column=nonsense");
        Assert.Equal(8, usual.QuerySelectorAll("thead th").Length);
        Assert.DoesNotContain("column", usual.QuerySelector("thead a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wildcards_of_the_database_are_searched_for_as_letters()
    {
        Mine mine = await site.AddMineAsync("Wildcards");
        await site.AddStopeAsync(mine, "50%_done");
        await site.AddStopeAsync(mine, "50 done");

        Assert.Equal(["50%_done"], await NamesAsync($"/stopes?mine={mine.Id}&q=%25_"));
    }

    [Fact]
    public async Task A_calm_answer_on_old_readings_is_listed_as_stale_and_not_as_calm()
    {
        Mine mine = await site.AddMineAsync("Old");
        await site.PredictAsync(await site.AddStopeAsync(mine, "Old_1"), 0.002, PageData.Now.AddDays(-30));

        Assert.Empty(await NamesAsync($"/stopes?mine={mine.Id}&level=very_low"));
        IHtmlDocument page = await site.PageAsync($"/stopes?mine={mine.Id}&level=stale");
        Assert.Equal("Stale", page.QuerySelector("tbody .level")!.TextContent);
        Assert.Contains("was very low", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sorting_by_probability_puts_the_highest_first_and_says_so_to_a_screen_reader()
    {
        Mine mine = await site.AddMineAsync("Sorted");
        await site.PredictAsync(await site.AddStopeAsync(mine, "A"), 0.02);
        await site.PredictAsync(await site.AddStopeAsync(mine, "B"), 0.4);
        await site.PredictAsync(await site.AddStopeAsync(mine, "C"), 0.1);

        string address = $"/stopes?mine={mine.Id}&sort=seven_day&dir=desc";
        Assert.Equal(["B", "C", "A"], await NamesAsync(address));
        IHtmlDocument page = await site.PageAsync(address);
        Assert.Single(page.QuerySelectorAll("th[aria-sort=descending]"));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_keep_the_filters()
    {
        Mine mine = await site.AddMineAsync("Pages");
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            for (int i = 0; i < 30; i++)
            {
                database.Stopes.Add(
                    new Stope(
                        mine.Id,
                        $"P{i.ToString("00", CultureInfo.InvariantCulture)}",
                        PageData.Properties,
                        PageData.Now
                    )
                );
            }

            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        IHtmlDocument first = await site.PageAsync($"/stopes?mine={mine.Id}&sort=depth");
        string next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Contains($"mine={mine.Id}", next, StringComparison.Ordinal);
        Assert.Contains("sort=depth", next, StringComparison.Ordinal);
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(["P25", "P26", "P27", "P28", "P29"], await NamesAsync(next));
        Assert.Equal(await NamesAsync(next), await NamesAsync($"/stopes?mine={mine.Id}&sort=depth&page=99"));
    }

    [Fact]
    public async Task A_list_takes_the_same_few_statements_whatever_its_length()
    {
        Mine mine = await site.AddMineAsync("Counted");
        await site.AddStopeAsync(mine, "One");
        site.Server.PreserveExecutionContext = true;
        await site.PageAsync($"/stopes?mine={mine.Id}");
        int few = await StatementsAsync($"/stopes?mine={mine.Id}");
        for (int i = 0; i < 20; i++)
        {
            await site.PredictAsync(await site.AddStopeAsync(mine, $"More {i}"), 0.2);
        }

        Assert.Equal(few, await StatementsAsync($"/stopes?mine={mine.Id}"));
        // The list, its count, the mines, and the open alerts of the navigation.
        Assert.InRange(few, 1, 4);
    }

    [Fact]
    public async Task Synthetic_stopes_are_labelled()
    {
        Mine mine = await site.AddMineAsync("Made up", synthetic: true);
        await site.AddStopeAsync(mine, "Fiction");

        IHtmlDocument page = await site.PageAsync($"/stopes?mine={mine.Id}");
        Assert.NotNull(page.QuerySelector("tbody .synthetic"));
        Assert.NotNull(page.QuerySelector(".synthetic-strip"));
    }

    private async Task<int> StatementsAsync(string address)
    {
        using StatementCounter counter = new();
        await site.PageAsync(address);
        return counter.Count;
    }

    private async Task<string[]> NamesAsync(string address)
    {
        IHtmlDocument page = await site.PageAsync(address);
        return [.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
    }
}
