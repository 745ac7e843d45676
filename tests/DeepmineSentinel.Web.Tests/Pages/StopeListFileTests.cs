using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Tests.Pages;

/// <summary>The list of stopes as a file, and how levels without a forecast stand in it.</summary>
public sealed class StopeListFileTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly DateTime LongAgo = PageData.Now.AddDays(-90);

    [Fact]
    public async Task Holds_every_row_of_the_filter_in_its_order_whatever_the_page()
    {
        Mine mine = await site.AddMineAsync("File");
        await site.PredictAsync(await site.AddStopeAsync(mine, "=A1"), 0.02);
        await site.PredictAsync(await site.AddStopeAsync(mine, "Rose, east"), 0.6);
        await site.AddStopeAsync(mine, "Never asked");

        string[] lines = await LinesAsync($"/stopes/list.csv?mine={mine.Id}&sort=level&dir=desc&page=7");

        Assert.StartsWith("mine,stope_name,synthetic,level,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("File,\"Rose, east\",false,imminent,imminent,forecast,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("File,'=A1,false,low,low,forecast,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("File,Never asked,false,unknown,,,,,", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public async Task Marks_levels_of_the_condition_alone_on_the_page_and_in_the_file()
    {
        Mine mine = await site.AddMineAsync("Condition");
        int stope = await site.AddStopeAsync(mine, "Alone");
        await site.StoreAsync(
            PageData.Answer(stope, 0.3) with
            {
                Forecast = [],
                LevelBasis = LevelBasis.ConditionOnly,
            }
        );

        string address = $"?mine={mine.Id}";
        string row = (await site.PageAsync($"/stopes{address}")).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("condition only", row, StringComparison.Ordinal);
        Assert.Contains(
            ",condition_only,",
            (await LinesAsync($"/stopes/list.csv{address}"))[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_worst_of_stale_levels_comes_first_among_them()
    {
        Mine mine = await site.AddMineAsync("Stale");
        await site.PredictAsync(await site.AddStopeAsync(mine, "A calm"), 0.002, LongAgo);
        await site.PredictAsync(await site.AddStopeAsync(mine, "B bad"), 0.6, LongAgo);
        await site.PredictAsync(await site.AddStopeAsync(mine, "C fresh"), 0.002);

        string[] lines = await LinesAsync($"/stopes/list.csv?mine={mine.Id}&sort=level&dir=desc");
        Assert.Equal(["C fresh", "B bad", "A calm"], lines[1..].Select(line => line.Split(',')[1]));
    }

    private async Task<string[]> LinesAsync(string address)
    {
        using HttpResponseMessage answer = await site.Browser()
            .GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
