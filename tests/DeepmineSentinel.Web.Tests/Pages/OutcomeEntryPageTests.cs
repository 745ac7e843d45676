using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class OutcomeEntryPageTests(PageSite site) : IClassFixture<PageSite>
{
    [Fact]
    public async Task Every_wrong_field_says_why_in_its_place_and_keeps_what_was_typed()
    {
        int stope = await StopeAsync("Wrong");

        using HttpResponseMessage refused = await SendAsync(
            stope,
            ("Class", "Exploded"),
            ("ObservedAt", "2999-01-01T00:00"),
            ("OccurredAt", "2024-09-08T00:30"),
            ("ElosMetres", "0,8"),
            ("Source", new string('x', 201))
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains("Say what was observed", Error(page, "outcome-class"), StringComparison.Ordinal);
        Assert.Contains("lies in the future", Error(page, "observed"), StringComparison.Ordinal);
        Assert.Contains("did not exist", Error(page, "occurred"), StringComparison.Ordinal);
        Assert.Contains("with a point", Error(page, "elos"), StringComparison.Ordinal);
        Assert.Contains("at most 200 characters", Error(page, "source"), StringComparison.Ordinal);
        Assert.Equal("0,8", ((IHtmlInputElement)page.GetElementById("elos")!).Value);
        Assert.Equal(0, await CountAsync(stope));
    }

    [Fact]
    public async Task What_only_the_stored_outcomes_can_tell_stands_in_place_too()
    {
        int stope = await StopeAsync("Known");
        (string, string)[] good = [("Class", "Unstable"), ("ObservedAt", "2026-01-10T09:00")];
        using HttpResponseMessage kept = await SendAsync(stope, good);
        using HttpResponseMessage again = await SendAsync(stope, good);
        using HttpResponseMessage turned = await SendAsync(
            stope,
            ("Class", "Failure"),
            ("ObservedAt", "2026-01-11T09:00"),
            ("OccurredAt", "2026-01-12T09:00")
        );

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains(
            "is there already",
            Error(await PageSite.ReadAsync(again), "observed"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "cannot occur after it was observed",
            Error(await PageSite.ReadAsync(turned), "occurred"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountAsync(stope));
    }

    [Fact]
    public async Task An_empty_form_names_what_is_needed()
    {
        int stope = await StopeAsync("Empty");

        using HttpResponseMessage refused = await SendAsync(stope);

        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains("Say when it was observed", Error(page, "observed"), StringComparison.Ordinal);
        Assert.Equal("", Error(page, "occurred"));
        Assert.False(page.GetElementById("add-reading")!.HasAttribute("open"));
    }

    private async Task<int> StopeAsync(string mine) =>
        await site.AddStopeAsync(await site.AddMineAsync($"Outcome entry {mine}"), "S1");

    private Task<HttpResponseMessage> SendAsync(int stope, params (string, string)[] fields) =>
        site.SubmitAsync($"/stopes/{stope}", $"/stopes/{stope}/outcomes", fields);

    private async Task<int> CountAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Outcomes.CountAsync(row => row.StopeId == stope, TestContext.Current.CancellationToken);
    }

    private static string Error(IHtmlDocument page, string field) =>
        page.GetElementById($"{field}-error")?.TextContent ?? "";
}
