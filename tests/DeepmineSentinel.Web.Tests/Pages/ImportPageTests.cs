using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Monitoring;
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
    public async Task A_file_is_looked_at_checked_without_writing_and_then_imported_into_a_new_mine()
    {
        string columns = await SentAsync(Header + GoodRow);
        string report = await CheckedAsync(columns, ("NewMine", "Brand new"));
        IHtmlDocument found = await site.PageAsync(report);
        Assert.Contains("The file is whole.", found.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("Brand new"));

        using HttpResponseMessage import = await site.SubmitAsync(report, $"{columns}/run");
        IHtmlDocument page = await site.PageAsync(report);
        Assert.Contains(
            "1 added",
            page.QuerySelector("section[aria-labelledby=report]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync("Brand new"));
    }

    [Fact]
    public async Task The_import_button_pressed_twice_imports_once()
    {
        string columns = await SentAsync(Header + GoodRow);
        string report = await CheckedAsync(columns, ("NewMine", "Pressed twice"));
        using HttpResponseMessage first = await site.SubmitAsync(report, $"{columns}/run");
        using HttpResponseMessage second = await PressAsync($"{columns}/run");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        IHtmlDocument page = await site.PageAsync(report);
        Assert.Contains("1 added", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("Pressed twice"));
    }

    [Fact]
    public async Task Every_problem_is_listed_with_line_and_column_and_the_good_rows_can_be_taken_alone()
    {
        string bad = "S2,101,5,-3,60,North,3,Granite,Mesh,0.5,True\n";
        string columns = await SentAsync(Header + GoodRow + bad);
        string report = await CheckedAsync(columns, ("NewMine", "Refused"));
        IHtmlDocument page = await site.PageAsync(report);
        string[] rows =
        [
            .. page.QuerySelectorAll("section[aria-labelledby=report] tbody tr").Select(row => row.TextContent),
        ];
        Assert.Equal(2, rows.Length);
        Assert.StartsWith("stopes.csv3rqd", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("stopes.csv3depth", rows[1], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("Refused"));

        string rejects = await site.CreateClient()
            .GetStringAsync($"{columns}/rejects.csv", TestContext.Current.CancellationToken);
        Assert.Contains("S2,101,5,-3,", rejects, StringComparison.Ordinal);
        Assert.DoesNotContain("S1,", rejects, StringComparison.Ordinal);

        using HttpResponseMessage taken = await site.SubmitAsync(report, $"{columns}/run");
        Assert.Equal(1, await CountAsync("Refused"));
        Assert.Contains(
            "1 added and 0 changed, 1 left out",
            (await site.PageAsync(report)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Columns_units_and_dates_are_guessed_shown_and_taken_as_they_are_confirmed()
    {
        Mine mine = await site.AddMineAsync("Loggers");
        int stope = await site.AddStopeAsync(mine, "L1");
        string columns = await SentAsync("Date;Stope;PPV (in/s);Weather\n25/03/2024 10:00;L1;1,5;dry\n", "logger.csv");
        IHtmlDocument page = await site.PageAsync(columns);
        Assert.Contains("Not taken: Weather.", page.Body!.TextContent, StringComparison.Ordinal);

        IHtmlDocument report = await site.PageAsync(await CheckedAsync(columns, ("Mine", "Loggers")));
        Assert.Contains("It would add 1", report.Body!.TextContent, StringComparison.Ordinal);
        using HttpResponseMessage import = await site.SubmitAsync($"{columns}/report", $"{columns}/run");
        await using SentinelDbContext database = await site.DatabaseAsync();
        Reading reading = await database.Readings.SingleAsync(
            one => one.StopeId == stope,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(38.1, reading.VibrationVelocityMmPerSecond);
        // Ten in the morning at the mine.
        Assert.Equal(new DateTime(2024, 3, 25, 13, 0, 0, DateTimeKind.Utc), reading.Timestamp);
    }

    [Theory]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task Files_with_tabs_or_bars_are_taken_through_every_step(char separator)
    {
        string columns = await SentAsync((Header + GoodRow).Replace(',', separator), "stopes.txt");
        string report = await CheckedAsync(columns, ("NewMine", "Tabs"));
        Assert.Contains("It would add 1", (await site.PageAsync(report)).Body!.TextContent, StringComparison.Ordinal);
        IHtmlDocument again = await site.PageAsync($"{columns}?separator={(separator == '|' ? "bars" : "tabs")}");
        Assert.Equal(11, again.QuerySelectorAll("section[aria-labelledby=rows] thead th").Length);
    }

    [Fact]
    public async Task What_the_page_before_expects_of_a_file_goes_before_the_guess()
    {
        IHtmlDocument page = await site.PageAsync("/import?kind=case_histories");
        Assert.Equal("case_histories", page.QuerySelector("input[name=Kind]")!.GetAttribute("value"));
        using HttpResponseMessage sent = await UploadAsync(
            "name,hr\na,1\n",
            "cases.csv",
            "/import?kind=case_histories"
        );
        IHtmlDocument columns = await site.PageAsync(sent.Headers.Location!.OriginalString);
        Assert.NotNull(columns.QuerySelector("#kind option[selected][value=case_histories]"));
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_at_the_field()
    {
        using HttpResponseMessage refused = await UploadAsync(null, "stopes.csv");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "Choose a file.",
            (await PageSite.ReadAsync(refused)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a\0b", "NUL byte")]
    [InlineData("PK\u0003\u0004 and nothing of a workbook", "no whole XLSX workbook")]
    public async Task A_file_that_cannot_be_read_at_all_is_refused_at_once_and_not_kept(string text, string reason)
    {
        using HttpResponseMessage refused = await UploadAsync(text, "bad.csv");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(reason, (await PageSite.ReadAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/import/00000000000000000000000000000000")]
    [InlineData("/import/nonsense")]
    [InlineData("/import/..%2f..%2fetc")]
    public async Task A_file_that_is_not_there_is_not_found(string address)
    {
        using HttpResponseMessage missing = await site.Browser()
            .GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Columns_that_are_no_columns_and_units_that_are_no_units_do_no_harm()
    {
        string columns = await SentAsync(Header + GoodRow);
        string report = await CheckedAsync(
            columns,
            ("Columns[0].Position", "99"),
            ("Columns[1].Column", "<script>"),
            ("Columns[2].Unit", "parsec")
        );
        IHtmlDocument page = await site.PageAsync(report);
        Assert.Contains("mapped to a column that is not there", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table script"));
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

    /// <summary>Sends a file.</summary>
    /// <returns>Address of the second step.</returns>
    private async Task<string> SentAsync(string text, string name = "stopes.csv")
    {
        using HttpResponseMessage sent = await UploadAsync(text, name);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    /// <summary>Confirms the second step.</summary>
    /// <returns>Address of the report.</returns>
    private async Task<string> CheckedAsync(string columns, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage check = await site.SubmitAsync(columns, $"{columns}/check", fields);
        Assert.Equal(HttpStatusCode.Redirect, check.StatusCode);
        return check.Headers.Location!.OriginalString;
    }

    // As a browser does that still shows the button.
    private async Task<HttpResponseMessage> PressAsync(string action)
    {
        HttpClient client = site.Browser();
        IHtmlDocument page = await site.PageAsync("/import", client);
        using FormUrlEncodedContent content = new(PageSite.Filled(page.Forms[0]));
        return await client.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> UploadAsync(string? text, string name, string start = "/import")
    {
        HttpClient client = site.Browser();
        IHtmlDocument page = await site.PageAsync(start, client);
        using MultipartFormDataContent content = [];
        foreach (
            (string field, string value) in PageSite.Filled(
                page.Forms.First(form => form.GetAttribute("action") == "/import")
            )
        )
        {
            content.Add(new StringContent(value), field);
        }

        if (text is not null)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "File", name);
        }

        return await client.PostAsync("/import", content, TestContext.Current.CancellationToken);
    }
}
