using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class StopeEditorPageTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly (string, string)[] Good =
    [
        ("RockType", "Granite"),
        ("Direction", "North"),
        ("SupportType", "Mesh"),
        ("SupportInstalled", "true"),
        ("Values[rqd]", "80.5"),
        ("Values[hr]", "5"),
        ("Values[depth]", "300"),
        ("Values[dip]", "60"),
        ("Values[undercut_wdt]", "4"),
        ("Values[support_density]", "0.4"),
    ];

    [Fact]
    public async Task A_stope_is_created_and_edited()
    {
        Mine mine = await site.AddMineAsync("Round trip");
        using HttpResponseMessage created = await site.SubmitAsync(
            "/stopes/new",
            "/stopes/new",
            [.. Good, ("Name", "<b>New</b>"), ("MineId", PageSite.Text(mine.Id))]
        );
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        string address = created.Headers.Location!.ToString();
        IHtmlDocument page = await site.PageAsync(address);
        Assert.Equal("<b>New</b>", page.QuerySelector("h1")!.TextContent);

        using HttpResponseMessage edited = await site.SubmitAsync(
            $"{address}/edit",
            $"{address}/edit",
            ("Values[ucs_mpa]", "145")
        );
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Stope kept = await database.Stopes.SingleAsync(
            stope => stope.MineId == mine.Id,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(80.5, kept.Properties.RqdPercent);
        Assert.Equal(145, kept.Properties.UcsMegapascals);
        Assert.Null(kept.Properties.QPrime);
    }

    [Fact]
    public async Task Every_wrong_field_says_why_in_its_place_and_nothing_is_saved()
    {
        Mine mine = await site.AddMineAsync("Wrong");
        using HttpResponseMessage refused = await site.SubmitAsync(
            "/stopes/new",
            "/stopes/new",
            [
                .. Good,
                ("Name", " "),
                ("MineId", PageSite.Text(mine.Id)),
                ("Values[rqd]", "101"),
                ("Values[hr]", "5,5"),
                ("Values[depth]", "NaN"),
                ("Values[dip]", ""),
            ]
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains("at most 100 %", Error(page, "value-rqd"), StringComparison.Ordinal);
        Assert.Contains("with a point", Error(page, "value-hr"), StringComparison.Ordinal);
        Assert.Contains("at least 0", Error(page, "value-depth"), StringComparison.Ordinal);
        Assert.Contains("is needed", Error(page, "value-dip"), StringComparison.Ordinal);
        Assert.Contains("must not be empty", Error(page, "name"), StringComparison.Ordinal);
        Assert.Equal("101", ((IHtmlInputElement)page.GetElementById("value-rqd")!).Value);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.False(await database.Stopes.AnyAsync(s => s.MineId == mine.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_second_editor_sees_that_the_stope_changed_and_overwrites_nothing()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Two editors"), "Shared");
        string address = $"/stopes/{stope}/edit";
        IHtmlDocument seen = await site.PageAsync(address);
        string revision = PageSite.Filled(seen.Forms.First(form => form.GetAttribute("action") == address))["Revision"];
        using HttpResponseMessage first = await site.SubmitAsync(address, address, ("Values[rqd]", "11"));
        using HttpResponseMessage second = await site.SubmitAsync(
            address,
            address,
            ("Revision", revision),
            ("Values[rqd]", "22")
        );

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(second);
        Assert.Contains("Somebody else changed this stope", page.Body!.TextContent, StringComparison.Ordinal);
        await using SentinelDbContext database = await site.DatabaseAsync();
        Stope kept = await database.Stopes.SingleAsync(s => s.Id == stope, TestContext.Current.CancellationToken);
        Assert.Equal(11, kept.Properties.RqdPercent);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_at_the_name()
    {
        Mine mine = await site.AddMineAsync("Taken");
        await site.AddStopeAsync(mine, "Twice");

        using HttpResponseMessage refused = await site.SubmitAsync(
            "/stopes/new",
            "/stopes/new",
            [.. Good, ("Name", "Twice"), ("MineId", PageSite.Text(mine.Id))]
        );
        Assert.Contains(
            "this name already",
            Error(await PageSite.ReadAsync(refused), "name"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        Mine mine = await site.AddMineAsync("No token");
        using FormUrlEncodedContent content = new(
            new Dictionary<string, string> { ["Name"] = "X", ["MineId"] = PageSite.Text(mine.Id) }
        );
        foreach (string address in new[] { "/stopes/new", "/training", "/import", "/demo/remove", "/models/rollback" })
        {
            using HttpResponseMessage refused = await site.Browser()
                .PostAsync(address, content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    private static string Error(IHtmlDocument page, string field) =>
        page.GetElementById($"{field}-error")?.TextContent ?? "";
}
