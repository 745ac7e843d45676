using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>Who decides the language of a page, and what no language touches.</summary>
public sealed class LanguageChoiceTests(PageSite site) : IClassFixture<PageSite>
{
    [Theory]
    [InlineData("/stopes", null, "en")]
    [InlineData("/stopes?lang=es-CL", null, "es-CL")]
    [InlineData("/stopes?lang=es-CL", "es-PE", "es-CL")]
    [InlineData("/stopes?lang=xx", "es-PE", "es-PE")]
    [InlineData("/stopes?lang=%00%22%3E", null, "en")]
    [InlineData("/stopes", "es-PE,en;q=0.5", "es-PE")]
    [InlineData("/stopes", "es", "es-CL")]
    [InlineData("/stopes", "es-419,es;q=0.9,en;q=0.8", "es-CL")]
    [InlineData("/stopes", "de-DE,de;q=0.9", "en")]
    public async Task The_address_goes_before_what_the_browser_asks_for(string address, string? accepted, string shown)
    {
        using HttpClient browser = site.Browser();
        if (accepted is not null)
        {
            browser.DefaultRequestHeaders.Add("Accept-Language", accepted);
        }

        IHtmlDocument page = await site.PageAsync(address, browser);
        Assert.Equal(shown, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(
            shown == "en" ? "Stopes" : "Caserones",
            page.QuerySelector("header nav")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_footers_form_keeps_a_language_and_leads_back()
    {
        using HttpClient browser = site.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "es-PE");
        using HttpResponseMessage answer = await ChooseAsync(browser, "/stopes?q=a%26b&lang=es-PE&level=high", "es-CL");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/stopes?q=a%26b&level=high", answer.Headers.Location!.ToString());
        string cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            one => one.StartsWith("sentinel.language=", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("es-CL", await LanguageOfAsync("/stopes", browser));

        using HttpResponseMessage again = await ChooseAsync(browser, "/", "en");
        Assert.Equal("en", await LanguageOfAsync("/stopes", browser));
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task The_form_leads_to_no_other_site(string back)
    {
        using HttpResponseMessage answer = await site.SubmitAsync(
            "/",
            "/preferences",
            ("back", back),
            ("lang", "es-CL")
        );
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_language_that_is_not_offered_is_refused_and_a_form_without_its_token_too()
    {
        using HttpResponseMessage refused = await site.SubmitAsync("/", "/preferences", ("lang", "tlh"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain(
            refused.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? cookies : [],
            one => one.StartsWith("sentinel.language=", StringComparison.Ordinal)
        );
        using FormUrlEncodedContent bare = new([new("lang", "es-CL")]);
        using HttpResponseMessage forged = await site.Browser()
            .PostAsync("/preferences", bare, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task A_posted_number_is_read_with_its_point_whatever_is_shown()
    {
        Mine mine = await site.AddMineAsync("Decimal comma");
        using HttpResponseMessage created = await site.SubmitAsync(
            "/stopes/new?lang=es-CL",
            "/stopes/new",
            ("Name", "S-1"),
            ("MineId", PageSite.Text(mine.Id)),
            ("RockType", "Granite"),
            ("Direction", "North"),
            ("SupportType", "Mesh"),
            ("Values[rqd]", "80.5"),
            ("Values[hr]", "3.5"),
            ("Values[depth]", "1250.25"),
            ("Values[dip]", "60"),
            ("Values[undercut_wdt]", "4"),
            ("Values[support_density]", "0.4")
        );
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        string address = created.Headers.Location!.ToString();
        IHtmlDocument form = await site.PageAsync($"{address}/edit?lang=es-CL");
        Assert.Equal("3.5", ((IHtmlInputElement)form.GetElementById("value-hr")!).Value);

        using HttpClient chile = site.Browser();
        chile.DefaultRequestHeaders.Add("Accept-Language", "es-CL");
        Dictionary<string, string> values = PageSite.Filled(
            (await site.PageAsync($"{address}/edit", chile)).Forms.Single(one =>
                one.GetAttribute("action") == $"{address}/edit"
            )
        );
        using FormUrlEncodedContent content = new(values);
        using HttpResponseMessage saved = await chile.PostAsync(
            $"{address}/edit",
            content,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Stope kept = await database.Stopes.SingleAsync(
            stope => stope.MineId == mine.Id,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(3.5, kept.Properties.HydraulicRadiusMetres);
        Assert.Equal(1250.25, kept.Properties.DepthMetres);
    }

    [Fact]
    public async Task The_API_speaks_English_and_writes_points()
    {
        using HttpClient client = site.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "es-CL");
        using HttpResponseMessage answer = await client.GetAsync(
            "/api/v1/stopes/999999?lang=es-CL",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "Not found",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private async Task<string?> LanguageOfAsync(string address, HttpClient browser) =>
        (await site.PageAsync(address, browser)).DocumentElement.GetAttribute("lang");

    private async Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string page, string language)
    {
        IHtmlFormElement form = (await site.PageAsync(page, browser)).Forms.Single(one =>
            one.GetAttribute("action") == "/preferences"
        );
        Dictionary<string, string> values = PageSite.Filled(form);
        values["lang"] = language;
        using FormUrlEncodedContent content = new(values);
        return await browser.PostAsync("/preferences", content, TestContext.Current.CancellationToken);
    }
}
