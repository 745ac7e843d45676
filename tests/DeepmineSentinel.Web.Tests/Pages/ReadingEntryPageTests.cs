using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class ReadingEntryPageTests(PageSite site) : IClassFixture<PageSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reading_typed_in_the_mines_zone_is_stored_in_utc_summed_up_and_followed_by_a_prediction()
    {
        int stope = await StopeAsync("Typed");
        long changes = site.Services.GetRequiredService<DataChanges>().Version;

        using HttpResponseMessage sent = await SendAsync(
            stope,
            ("Moment", "2026-01-10T09:00"),
            (Value("vibration_velocity"), " 3.25 "),
            (Value("deformation_rate"), "-0.5")
        );

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Reading kept = Assert.Single(await ReadingsAsync(stope));
        Assert.Equal(new DateTime(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc), kept.Timestamp);
        Assert.Equal((3.25, -0.5), (kept.VibrationVelocityMmPerSecond, kept.DeformationRateMmPerDay));
        Assert.Null(kept.StressMegapascals);
        Assert.True(site.Services.GetRequiredService<DataChanges>().Version > changes);
        await using SentinelDbContext database = await site.DatabaseAsync();
        ReadingSummary day = await database.ReadingSummaries.SingleAsync(
            row => row.StopeId == stope && row.Hours == ReadingSummary.Day,
            Token
        );
        Assert.Equal(1, day.Readings);
        Assert.Equal(3.25, day.Greatest(0));
    }

    [Fact]
    public async Task Every_wrong_field_says_why_in_its_place_keeps_what_was_typed_and_nothing_is_saved()
    {
        int stope = await StopeAsync("Wrong");

        using HttpResponseMessage refused = await SendAsync(
            stope,
            ("Moment", "2999-01-01T00:00"),
            (Value("vibration_velocity"), "-1"),
            (Value("stress"), "12,5"),
            (Value("temperature"), "<script>alert(1)</script>"),
            (Value("humidity"), "NaN")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.True(page.GetElementById("add-reading")!.HasAttribute("open"));
        Assert.Contains("lies in the future", Error(page, "moment"), StringComparison.Ordinal);
        Assert.Contains("at least 0", Error(page, "value-vibration_velocity"), StringComparison.Ordinal);
        Assert.Contains("with a point", Error(page, "value-stress"), StringComparison.Ordinal);
        Assert.Contains("at least -60", Error(page, "value-temperature"), StringComparison.Ordinal);
        Assert.Contains("at most 100 %", Error(page, "value-humidity"), StringComparison.Ordinal);
        Assert.Equal("2999-01-01T00:00", Typed(page, "moment"));
        Assert.Equal("12,5", Typed(page, "value-stress"));
        Assert.Equal("<script>alert(1)</script>", Typed(page, "value-temperature"));
        Assert.Empty(await ReadingsAsync(stope));
    }

    [Theory]
    [InlineData("", "Say when it was measured.")]
    [InlineData("yesterday", "must be a date and a time")]
    [InlineData("1899-12-30T23:00", "lies before 1900")]
    [InlineData("2024-09-08T00:30", "did not exist in the time zone America/Santiago")]
    public async Task A_moment_that_cannot_be_is_told_beside_it(string moment, string reason)
    {
        int stope = await StopeAsync($"Moment {moment}");

        using HttpResponseMessage refused = await SendAsync(stope, ("Moment", moment), (Value("stress"), "20"));

        Assert.Contains(reason, Error(await PageSite.ReadAsync(refused), "moment"), StringComparison.Ordinal);
        Assert.Empty(await ReadingsAsync(stope));
    }

    [Fact]
    public async Task An_hour_that_came_twice_is_asked_for_and_then_kept_as_chosen()
    {
        int stope = await StopeAsync("Twice");

        using HttpResponseMessage asked = await SendAsync(
            stope,
            ("Moment", "2024-04-06T23:30"),
            (Value("stress"), "20")
        );
        IHtmlDocument page = await PageSite.ReadAsync(asked);
        Assert.Contains("happened twice", Error(page, "moment"), StringComparison.Ordinal);
        Assert.Equal(
            ["", "-03:00", "-04:00"],
            page.GetElementById("MomentOffset")!.QuerySelectorAll("option").Select(one => one.GetAttribute("value"))
        );

        using HttpResponseMessage kept = await SendAsync(
            stope,
            ("Moment", "2024-04-06T23:30"),
            ("MomentOffset", "-04:00"),
            (Value("stress"), "20")
        );
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Reading reading = Assert.Single(await ReadingsAsync(stope));
        Assert.Equal(new DateTime(2024, 4, 7, 3, 30, 0, DateTimeKind.Utc), reading.Timestamp);
    }

    [Fact]
    public async Task A_reading_without_any_value_is_refused()
    {
        int stope = await StopeAsync("Empty");

        using HttpResponseMessage refused = await SendAsync(stope, ("Moment", "2026-01-10T09:00"));

        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains(
            "at least one value",
            page.GetElementById("add-reading")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(await ReadingsAsync(stope));
    }

    [Fact]
    public async Task Another_reading_of_the_same_moment_is_refused_with_both_values_and_the_same_one_changes_nothing()
    {
        int stope = await StopeAsync("Duplicate");
        (string, string)[] first = [("Moment", "2026-01-10T09:00"), (Value("stress"), "20")];
        using HttpResponseMessage kept = await SendAsync(stope, first);
        using HttpResponseMessage again = await SendAsync(stope, first);
        using HttpResponseMessage other = await SendAsync(
            stope,
            ("Moment", "2026-01-10T09:00"),
            (Value("stress"), "21.5")
        );

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(other);
        string both = page.GetElementById("both-readings")!.TextContent;
        Assert.Contains("20", both, StringComparison.Ordinal);
        Assert.Contains("21.5", both, StringComparison.Ordinal);
        Assert.Equal(20, Assert.Single(await ReadingsAsync(stope)).StressMegapascals);
    }

    [Fact]
    public async Task A_stope_that_does_not_exist_takes_none()
    {
        int stope = await StopeAsync("Unknown");
        HttpClient client = site.Browser();
        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}", client);
        IHtmlFormElement form = page.Forms.First(one => one.GetAttribute("action") == $"/stopes/{stope}/readings");
        using FormUrlEncodedContent content = new(PageSite.Filled(form));

        using HttpResponseMessage answer = await client.PostAsync("/stopes/999999/readings", content, Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("outcomes")]
    [InlineData("readings")]
    public async Task An_expired_form_is_refused_in_words(string what)
    {
        int stope = await StopeAsync($"Expired {what}");
        using FormUrlEncodedContent content = new(new Dictionary<string, string> { ["Moment"] = "2026-01-10T09:00" });

        using HttpResponseMessage refused = await site.Browser().PostAsync($"/stopes/{stope}/{what}", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "Load the page again",
            (await PageSite.ReadAsync(refused)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static string Value(string channel) => $"Values[{channel}]";

    private async Task<int> StopeAsync(string mine) =>
        await site.AddStopeAsync(await site.AddMineAsync($"Reading {mine}"), "S1");

    private Task<HttpResponseMessage> SendAsync(int stope, params (string, string)[] fields) =>
        site.SubmitAsync($"/stopes/{stope}", $"/stopes/{stope}/readings", fields);

    private async Task<List<Reading>> ReadingsAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Readings.Where(row => row.StopeId == stope).ToListAsync(Token);
    }

    private static string Error(IHtmlDocument page, string field) =>
        page.GetElementById($"{field}-error")?.TextContent ?? "";

    private static string Typed(IHtmlDocument page, string field) =>
        ((IHtmlInputElement)page.GetElementById(field)!).Value;
}
