using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class PredictionBatchPageTests : IAsyncLifetime
{
    private readonly PageSite site = new();
    private int stope;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Mine mine = await site.AddMineAsync("North");
        stope = await site.AddStopeAsync(mine, "=cmd()");
        await site.AddStopeAsync(mine, "Other");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Stopes_that_a_filter_finds_are_predicted_shown_and_taken_away_without_formulas()
    {
        IHtmlDocument choice = await site.PageAsync("/predictions/new?q=cmd");
        Assert.Single(choice.QuerySelectorAll("tbody tr"));
        string address = await StartedAsync("/predictions/new?q=cmd", ("Which", "all"));
        IHtmlDocument page = await EndedAsync(address);
        Assert.Contains("contains \u201ccmd\u201d", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("=cmd()", Assert.Single(page.QuerySelectorAll("tbody th")).TextContent);

        string csv = await site.CreateClient().GetStringAsync($"{address}/results.csv", Token);
        string[] lines = csv.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("North,'=cmd(),false,fallback,unknown,", lines[1], StringComparison.Ordinal);
        Assert.Contains(address, (await site.PageAsync("/predictions")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picked_stopes_alone_are_predicted_and_results_are_found_by_name_level_and_order()
    {
        string address = await StartedAsync(
            "/predictions/new",
            ("Which", "picked"),
            ("StopeIds", PageSite.Text(stope))
        );
        IHtmlDocument page = await EndedAsync(address);
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Empty((await site.PageAsync($"{address}?level=high")).QuerySelectorAll("tbody tr"));
        IHtmlDocument found = await site.PageAsync($"{address}?q=CMD&level=unknown&sort=name&dir=asc&size=100");
        Assert.Single(found.QuerySelectorAll("tbody tr"));
        Assert.Equal("ascending", found.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Stopes_that_failed_are_found_as_failed_and_not_among_the_unknown()
    {
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.Outcomes.Add(
                new Outcome
                {
                    StopeId = stope,
                    ObservedAt = PageData.Now.AddDays(-2),
                    Class = OutcomeClass.Failure,
                }
            );
            await database.SaveChangesAsync(Token);
        }

        string address = await StartedAsync("/predictions/new", ("Which", "all"));
        await EndedAsync(address);
        Assert.Equal("=cmd()", await OneAsync($"{address}?level=failed"));
        Assert.Equal("Other", await OneAsync($"{address}?level=unknown"));
        string csv = await site.CreateClient().GetStringAsync($"{address}/results.csv?level=unknown", Token);
        Assert.DoesNotContain("cmd", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which", "picked", "batch_empty", HttpStatusCode.BadRequest)]
    [InlineData("AsOf", "2999-01-01T00:00", "as_of_in_future", HttpStatusCode.BadRequest)]
    [InlineData("AsOf", "yesterday", "invalid_choice", HttpStatusCode.BadRequest)]
    [InlineData("RunId", "<script>", "invalid_run_id", HttpStatusCode.BadRequest)]
    [InlineData("RunId", "20200101_000000_00000000", "run_not_found", HttpStatusCode.NotFound)]
    [InlineData("Mine", "many", "invalid_choice", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_started_is_said_above_the_form_with_its_code(
        string field,
        string value,
        string code,
        HttpStatusCode status
    )
    {
        using HttpResponseMessage refused = await site.SubmitAsync("/predictions/new", "/predictions", (field, value));
        Assert.Equal(status, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains($"[{code}]", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.Equal(0, await database.PredictionBatches.CountAsync(Token));
    }

    [Fact]
    public async Task The_button_pressed_twice_starts_one_batch_and_an_ended_one_is_not_stopped_again()
    {
        HttpClient browser = site.Browser();
        IHtmlDocument choice = await site.PageAsync("/predictions/new", browser);
        Dictionary<string, string> form = PageSite.Filled(
            choice.Forms.First(one => one.GetAttribute("action") == "/predictions")
        );
        using HttpResponseMessage first = await browser.PostAsync(
            "/predictions",
            new FormUrlEncodedContent(form),
            Token
        );
        using HttpResponseMessage second = await browser.PostAsync(
            "/predictions",
            new FormUrlEncodedContent(form),
            Token
        );
        string address = first.Headers.Location!.OriginalString;
        Assert.Equal(address, second.Headers.Location!.OriginalString);
        await EndedAsync(address);

        form = new Dictionary<string, string> { ["__RequestVerificationToken"] = form["__RequestVerificationToken"] };
        using HttpResponseMessage late = await browser.PostAsync(
            $"{address}/cancel",
            new FormUrlEncodedContent(form),
            Token
        );
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        IHtmlDocument page = await site.PageAsync(address, browser);
        Assert.Contains("prediction_batch_state", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/predictions/4711", HttpStatusCode.NotFound)]
    [InlineData("/predictions/4711/results.csv", HttpStatusCode.NotFound)]
    [InlineData("/predictions?page=-7", HttpStatusCode.OK)]
    [InlineData("/predictions/new?level=cheese&mine=99&page=4000", HttpStatusCode.OK)]
    public async Task Addresses_of_nothing_are_answered(string address, HttpStatusCode expected)
    {
        using HttpResponseMessage answer = await site.Browser().GetAsync(address, Token);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_starts_nothing()
    {
        using FormUrlEncodedContent empty = new(new Dictionary<string, string> { ["Which"] = "all" });
        using HttpResponseMessage refused = await site.Browser().PostAsync("/predictions", empty, Token);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task The_number_of_statements_is_bounded()
    {
        string address = await StartedAsync("/predictions/new", ("Which", "all"));
        await EndedAsync(address);
        foreach (string page in new[] { "/predictions", "/predictions/new", address })
        {
            await site.PageAsync(page);
            Assert.InRange(await StatementsAsync(page), 1, 6);
        }
    }

    private async Task<string> OneAsync(string address) =>
        Assert.Single((await site.PageAsync(address)).QuerySelectorAll("tbody th")).TextContent;

    private async Task<int> StatementsAsync(string address)
    {
        site.Server.PreserveExecutionContext = true;
        using StatementCounter counter = new();
        await site.PageAsync(address);
        return counter.Count;
    }

    private async Task<string> StartedAsync(string page, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage started = await site.SubmitAsync(page, "/predictions", fields);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        return started.Headers.Location!.OriginalString;
    }

    private async Task<IHtmlDocument> EndedAsync(string address)
    {
        await Eventually.TrueAsync(async () =>
            (await site.PageAsync(address)).QuerySelector("#state")!.TextContent.Trim() == "Completed"
        );
        return await site.PageAsync(address);
    }
}
