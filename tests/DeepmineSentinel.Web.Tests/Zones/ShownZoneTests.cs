using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Zones;

public sealed class ShownZoneTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly DateTime Moment = new(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "10 Jan 2026 09:00", "America/Santiago")]
    [InlineData("?zone=UTC", "10 Jan 2026 12:00", "UTC")]
    [InlineData("?zone=Australia/Perth", "10 Jan 2026 20:00", "Australia/Perth")]
    [InlineData("?zone=mine", "10 Jan 2026 09:00", "America/Santiago")]
    public async Task The_address_chooses_the_zone_which_is_printed_and_followed_by_tables_and_charts(
        string query,
        string shown,
        string zone
    )
    {
        int stope = await StopeAsync($"Address {query}");

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}{query}");
        string series = page.QuerySelector("section[aria-labelledby=series]")!.TextContent;
        Assert.Contains($"{shown} {zone}", series, StringComparison.Ordinal);
        Assert.Equal(zone, page.QuerySelector("[data-series]")!.GetAttribute("data-zone"));
        Assert.Empty(page.QuerySelectorAll(".notice.warn[role=status]"));
        IHtmlDocument readings = await site.PageAsync($"/stopes/{stope}/readings{query}");
        Assert.Contains($"times in {zone}", readings.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(shown, readings.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_the_chart_tell_their_moments_in_the_chosen_zone_and_files_stay_in_utc()
    {
        int stope = await StopeAsync("Marks");
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.Add(
                new OperationalEvent
                {
                    StopeId = stope,
                    Timestamp = Moment,
                    Type = EventType.Blast,
                }
            );
            await database.SaveChangesAsync(Token);
        }

        HttpClient client = site.CreateClient();
        JsonElement series = await client.GetFromJsonAsync<JsonElement>(
            $"/stopes/{stope}/series?zone=Australia/Perth",
            Token
        );
        Assert.Equal("Australia/Perth", series.GetProperty("zone").GetString());
        Assert.Contains(
            "10 Jan 2026 20:00",
            series.GetProperty("events")[0].GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
        string file = await client.GetStringAsync($"/stopes/{stope}/readings.csv?zone=Australia/Perth", Token);
        Assert.Contains("2026-01-10T12:00:00Z", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Atlantis/Poseidonis")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("../../etc/passwd")]
    [InlineData("localtime")]
    [InlineData("posix/UTC")]
    public async Task A_zone_that_is_none_is_told_and_the_mines_own_is_shown(string zone)
    {
        int stope = await StopeAsync($"Unknown {zone}");

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}?zone={Uri.EscapeDataString(zone)}");
        Assert.Contains(
            $"There is no time zone {zone}",
            page.QuerySelector(".notice.warn[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("09:00 America/Santiago", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.Scripts, script => Assert.Empty(script.Text));
    }

    [Fact]
    public async Task A_choice_is_kept_in_a_cookie_outdone_by_the_address_and_taken_back_by_an_empty_one()
    {
        int stope = await StopeAsync("Cookie");
        string address = $"/stopes/{stope}";
        HttpClient browser = site.Browser();
        using HttpResponseMessage kept = await ChooseAsync(browser, $"{address}?zone=UTC&page=2", "Australia/Perth");
        Assert.Equal($"{address}?page=2", kept.Headers.Location!.ToString());

        Assert.Contains("20:00 Australia/Perth", await TextAsync(browser, address), StringComparison.Ordinal);
        Assert.Contains("12:00 UTC", await TextAsync(browser, $"{address}?zone=UTC"), StringComparison.Ordinal);
        Assert.Contains(
            "09:00 America/Santiago",
            await TextAsync(browser, $"{address}?zone=mine"),
            StringComparison.Ordinal
        );

        using HttpResponseMessage wrong = await ChooseAsync(browser, address, "Atlantis");
        Assert.Contains("no time zone of that name", await TextAsync(browser, address), StringComparison.Ordinal);
        Assert.Contains("20:00 Australia/Perth", await TextAsync(browser, address), StringComparison.Ordinal);
        using HttpResponseMessage back = await ChooseAsync(browser, address, "");
        Assert.Contains("09:00 America/Santiago", await TextAsync(browser, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_keep_the_mines_zone_whatever_is_shown()
    {
        int stope = await StopeAsync("Forms");
        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}?zone=Australia/Perth");

        Assert.Contains(
            "America/Santiago time",
            page.QuerySelector("label[for=moment]")!.TextContent,
            StringComparison.Ordinal
        );
        using HttpResponseMessage sent = await site.SubmitAsync(
            $"/stopes/{stope}?zone=Australia/Perth",
            $"/stopes/{stope}/readings",
            ("Moment", "2026-01-11T09:00"),
            ("Values[stress]", "20")
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.True(
            await database.Readings.AnyAsync(row => row.StopeId == stope && row.Timestamp == Moment.AddDays(1), Token)
        );
    }

    [Theory]
    [InlineData("", "UTC", 9)]
    [InlineData("?zone=Australia/Perth", "Australia/Perth", 1)]
    public async Task The_moment_of_a_batch_is_typed_in_the_shown_zone(string query, string zone, int hour)
    {
        await StopeAsync($"Batch {query}");
        IHtmlDocument page = await site.PageAsync($"/predictions/new{query}");
        Assert.Contains(
            $"As of, {zone} time",
            page.QuerySelector("label[for=asof]")!.TextContent,
            StringComparison.Ordinal
        );

        using HttpResponseMessage started = await site.SubmitAsync(
            $"/predictions/new{query}",
            "/predictions",
            ("Which", "all"),
            ("AsOf", "2026-01-12T09:00")
        );
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        int id = int.Parse(
            started.Headers.Location!.ToString().Split('/')[^1],
            System.Globalization.CultureInfo.InvariantCulture
        );
        await using SentinelDbContext database = await site.DatabaseAsync();
        PredictionBatch batch = await database.PredictionBatches.SingleAsync(row => row.Id == id, Token);
        Assert.Equal(new DateTime(2026, 1, 12, hour, 0, 0, DateTimeKind.Utc), batch.AsOf);
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string address, string zone)
    {
        using HttpResponseMessage found = await browser.GetAsync(address, Token);
        IHtmlDocument page = await PageSite.ReadAsync(found);
        Dictionary<string, string> values = PageSite.Filled(
            page.Forms.First(form => form.GetAttribute("action") == "/preferences")
        );
        values["zone"] = zone;
        using FormUrlEncodedContent content = new(values);
        return await browser.PostAsync("/preferences", content, Token);
    }

    private static async Task<string> TextAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage found = await browser.GetAsync(address, Token);
        return (await PageSite.ReadAsync(found)).Body!.TextContent;
    }

    private async Task<int> StopeAsync(string mine)
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync($"Zone {mine}"), "S1");
        await site.AddReadingsAsync(stope, new Reading { Timestamp = Moment, StressMegapascals = 20 });
        return stope;
    }
}
