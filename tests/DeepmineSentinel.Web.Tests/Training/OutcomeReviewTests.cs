using System.Globalization;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Snapshots;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Training;

/// <summary>An outcome that a person enters is learnt from once it was reviewed, on the real page and in the files of a run.</summary>
public sealed class OutcomeReviewTests(TrainedMine mine)
{
    private const string Source = "walked past it";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_entered_by_hand_is_learnt_from_after_a_review_and_left_again_when_put_aside()
    {
        await using TestSite site = new(mine);
        using HttpClient pages = site.CreateClient();
        int stope = await StandingAsync(site);
        (string Files, int Waiting, int PutAside) before = await SnapshotAsync(site);
        Assert.Equal((0, 0), (before.Waiting, before.PutAside));

        await EnterAsync(pages, stope);
        int outcome = await EnteredAsync(site);
        Assert.Equal(before with { Waiting = 1 }, await SnapshotAsync(site));
        Assert.Contains("not reviewed", await OutcomesAsync(pages, stope), StringComparison.Ordinal);
        Assert.Contains("1 outcome waits for a review", await TextAsync(pages, "/training"), StringComparison.Ordinal);
        Assert.Equal(1, await ListedAsync(pages));

        await ReviewAsync(pages, (stope, outcome), accepted: true, "seen on the survey");
        (string Files, int Waiting, int PutAside) accepted = await SnapshotAsync(site);
        Assert.NotEqual(before.Files, accepted.Files);
        Assert.Equal((0, 0), (accepted.Waiting, accepted.PutAside));
        string shown = await OutcomesAsync(pages, stope);
        Assert.Contains("yes, reviewed", shown, StringComparison.Ordinal);
        Assert.Contains("seen on the survey", shown, StringComparison.Ordinal);
        Assert.Equal(0, await ListedAsync(pages));

        await ReviewAsync(pages, (stope, outcome), accepted: false, null);
        Assert.Equal(before with { PutAside = 1 }, await SnapshotAsync(site));
        Assert.Contains(Source, await ExportAsync(site), StringComparison.Ordinal);
        await using SentinelDbContext context = await ContextAsync(site);
        List<OutcomeReview> kept = await context.OutcomeReviews.OrderBy(one => one.Id).ToListAsync(Token);
        Assert.Equal([true, false], kept.Select(one => one.Accepted));
        Assert.All(kept, one => Assert.False(string.IsNullOrEmpty(one.By)));
    }

    [Fact]
    public async Task A_failure_counts_from_its_entry_until_a_review_puts_it_aside()
    {
        await using TestSite site = new(mine);
        using HttpClient pages = site.CreateClient();
        int stope = await StandingAsync(site);

        await EnterAsync(pages, stope, OutcomeClass.Failure);
        Assert.True(await IsListedAsFailedAsync(pages, stope));
        Assert.True(await IsPredictedAsFailedAsync(site, stope));

        int outcome = await EnteredAsync(site);
        await ReviewAsync(pages, (stope, outcome), accepted: false, "it was the stope next to it");
        Assert.False(await IsListedAsFailedAsync(pages, stope));
        Assert.False(await IsPredictedAsFailedAsync(site, stope));
        Assert.Contains("put aside", await OutcomesAsync(pages, stope), StringComparison.Ordinal);

        await ReviewAsync(pages, (stope, outcome), accepted: true, null);
        Assert.True(await IsListedAsFailedAsync(pages, stope));
    }

    [Fact]
    public async Task A_run_says_how_many_outcomes_it_left_out_and_why()
    {
        await using TestSite site = new(mine);
        using HttpClient pages = site.CreateClient();
        await EnterAsync(pages, await StandingAsync(site));
        CommandResult trained = await site.CommandLine.RunAsync([
            "train-model",
            .. NarrowNetwork.Words,
            "--epochs",
            "1",
            "--promote",
            "never",
        ]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains(
            "Note: Left out: 1 dated outcome(s) entered by hand that nobody has reviewed",
            trained.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_outcome_of_another_stope_is_not_reviewed()
    {
        await using TestSite site = new(mine);
        using HttpClient pages = site.CreateClient();
        int stope = await StandingAsync(site);
        await EnterAsync(pages, stope);
        using HttpResponseMessage answer = await PostAsync(
            pages,
            $"/stopes/{stope}",
            $"/stopes/{stope + 1}/outcomes/{await EnteredAsync(site)}/review",
            ("Accepted", "true")
        );
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        await using SentinelDbContext context = await ContextAsync(site);
        Assert.False(await context.OutcomeReviews.AnyAsync(Token));
    }

    private static async Task<int> StandingAsync(TestSite site)
    {
        await using SentinelDbContext context = await ContextAsync(site);
        return await context
            .Stopes.Where(stope =>
                !context.Outcomes.Any(one => one.StopeId == stope.Id && one.Class == OutcomeClass.Failure)
            )
            .MinAsync(stope => stope.Id, Token);
    }

    private static async Task<bool> IsListedAsFailedAsync(HttpClient browser, int stope)
    {
        using HttpResponseMessage response = await GetAsync(browser, "/stopes?level=failed");
        return (await PageSite.ReadAsync(response)).QuerySelector($"tbody a[href='/stopes/{stope}']") is not null;
    }

    private static async Task<bool> IsPredictedAsFailedAsync(TestSite site, int stope)
    {
        IReadOnlyList<StopeHistory> read = await site.Get<StopeHistoryReader>().ReadAsync([stope], null, Token);
        return StopeTimeline.Of(read.Single()).Failure is not null;
    }

    private static async Task EnterAsync(HttpClient browser, int stope, OutcomeClass seen = OutcomeClass.Unstable)
    {
        using HttpResponseMessage answer = await PostAsync(
            browser,
            $"/stopes/{stope}",
            $"/stopes/{stope}/outcomes",
            ("Class", seen.ToString()),
            (
                "ObservedAt",
                TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            ),
            ("Source", Source)
        );
        Assert.Contains("once it is reviewed", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task ReviewAsync(
        HttpClient browser,
        (int Stope, int Outcome) of,
        bool accepted,
        string? comment
    )
    {
        using HttpResponseMessage answer = await PostAsync(
            browser,
            $"/stopes/{of.Stope}",
            $"/stopes/{of.Stope}/outcomes/{of.Outcome}/review",
            ("Accepted", accepted ? "true" : "false"),
            ("Comment", comment ?? "")
        );
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    // With the token of a form on the page, as a browser has it.
    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser,
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        using HttpResponseMessage response = await GetAsync(browser, page);
        IHtmlDocument document = await PageSite.ReadAsync(response);
        const string name = "__RequestVerificationToken";
        string token = document.QuerySelectorAll($"input[name='{name}']").OfType<IHtmlInputElement>().First().Value;
        Dictionary<string, string> values = fields.ToDictionary(field => field.Name, field => field.Value);
        values[name] = token;
        using HttpRequestMessage request = new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values) };
        request.Headers.Add("Accept", "text/html");
        return await browser.SendAsync(request, Token);
    }

    private static async Task<int> EnteredAsync(TestSite site)
    {
        await using SentinelDbContext context = await ContextAsync(site);
        Outcome entered = await context.Outcomes.SingleAsync(one => one.EnteredBy != null, Token);
        Assert.Equal(Source, entered.Source);
        return entered.Id;
    }

    // The outcomes that a run would read, and how many it would not.
    private static async Task<(string Files, int Waiting, int PutAside)> SnapshotAsync(TestSite site)
    {
        Snapshot snapshot = await site.Get<SnapshotStore>().WriteAsync(new MineSelection(), Token);
        return (snapshot.Hash, snapshot.Waiting, snapshot.PutAside);
    }

    private static async Task<string> ExportAsync(TestSite site)
    {
        using MemoryStream file = new();
        await site.Get<MineExporter>().ExportAsync(ImportKind.Outcomes, null, file, Token);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task<string> OutcomesAsync(HttpClient browser, int stope)
    {
        using HttpResponseMessage response = await GetAsync(browser, $"/stopes/{stope}");
        return (await PageSite.ReadAsync(response)).GetElementById("outcomes")!.ParentElement!.TextContent;
    }

    private static async Task<int> ListedAsync(HttpClient browser)
    {
        using HttpResponseMessage response = await GetAsync(browser, "/stopes?review=true");
        return (await PageSite.ReadAsync(response)).QuerySelectorAll("tbody tr").Length;
    }

    private static async Task<string> TextAsync(HttpClient browser, string address)
    {
        using HttpResponseMessage response = await GetAsync(browser, address);
        return (await PageSite.ReadAsync(response)).Body!.TextContent;
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient browser, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        HttpResponseMessage response = await browser.SendAsync(request, Token);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return response;
    }

    private static async Task<SentinelDbContext> ContextAsync(TestSite site) =>
        await site.Get<IDbContextFactory<SentinelDbContext>>().CreateDbContextAsync(Token);
}
