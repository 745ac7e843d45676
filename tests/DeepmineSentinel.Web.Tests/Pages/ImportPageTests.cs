using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class ImportPageTests(PageSite site) : IClassFixture<PageSite>
{
    private const string Header =
        "stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,support_density,support_installed\n";

    private const string GoodRow = "S1,70,5,300,60,North,3,Granite,Mesh,0.5,True\n";

    [Fact]
    public async Task A_file_is_checked_without_writing_and_then_imported_into_a_new_mine()
    {
        using HttpResponseMessage check = await UploadAsync("Brand new", Header + GoodRow, dryRun: true);
        Assert.Equal(HttpStatusCode.OK, check.StatusCode);
        Assert.Equal(0, await CountAsync("Brand new"));

        using HttpResponseMessage import = await UploadAsync("Brand new", Header + GoodRow, dryRun: false);
        IHtmlDocument page = await PageSite.ReadAsync(import);
        Assert.Contains(
            "1 added",
            page.QuerySelector("section[aria-labelledby=report]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync("Brand new"));
    }

    [Fact]
    public async Task Every_problem_is_listed_with_line_and_column_and_nothing_is_saved()
    {
        string bad = "S2,101,5,-3,60,North,3,Granite,Mesh,0.5,True\n";
        using HttpResponseMessage refused = await UploadAsync("Refused", Header + GoodRow + bad, dryRun: false);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        string[] rows =
        [
            .. page.QuerySelectorAll("section[aria-labelledby=report] tbody tr").Select(row => row.TextContent),
        ];
        Assert.Equal(2, rows.Length);
        Assert.StartsWith("stopes.csv3rqd", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("stopes.csv3depth", rows[1], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("Refused"));
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_at_the_field()
    {
        using HttpResponseMessage refused = await UploadAsync("No file", null, dryRun: false);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "Choose a file.",
            (await PageSite.ReadAsync(refused)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("stopes", "stope_name,rqd,hr,depth")]
    [InlineData("readings", "stope_name,timestamp,vibration_velocity")]
    [InlineData("events", "stope_name,timestamp,event_type")]
    [InlineData("outcomes", "stope_name,observed_at,outcome")]
    public async Task A_template_starts_with_the_columns_that_are_needed(string kind, string columns)
    {
        string text = await site.CreateClient()
            .GetStringAsync($"/import/templates/{kind}.csv", TestContext.Current.CancellationToken);
        Assert.StartsWith(columns, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_mine_has_a_button_that_removes_it()
    {
        Mine demo = await site.AddMineAsync(Mine.DemoName, synthetic: true);
        await site.AddStopeAsync(demo, "Made up");

        using HttpResponseMessage removed = await site.SubmitAsync("/import", "/demo/remove");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.False(await database.Mines.AnyAsync(mine => mine.IsSynthetic, TestContext.Current.CancellationToken));
    }

    private async Task<int> CountAsync(string mine)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database
            .Stopes.Where(stope => database.Mines.Any(one => one.Id == stope.MineId && one.Name == mine))
            .CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> UploadAsync(string mine, string? file, bool dryRun)
    {
        HttpClient client = site.Browser();
        IHtmlDocument page = await site.PageAsync("/import", client);
        Dictionary<string, string> values = PageSite.Filled(
            page.Forms.First(form => form.GetAttribute("action") == "/import")
        );
        values["Kind"] = "Stopes";
        values["NewMine"] = mine;
        values["DryRun"] = dryRun ? "true" : "false";
        using MultipartFormDataContent content = [];
        foreach ((string name, string value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "File", "stopes.csv");
        }

        return await client.PostAsync("/import", content, TestContext.Current.CancellationToken);
    }
}
