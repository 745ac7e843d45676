using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class StopeHistoryPageTests(PageSite site) : IClassFixture<PageSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_is_kept_with_who_when_and_every_value_before_and_after()
    {
        int stope = await StopeAsync("Edit");
        string address = $"/stopes/{stope}/edit";
        using HttpResponseMessage edited = await site.SubmitAsync(
            address,
            address,
            ("Name", "<b>S2</b>"),
            ("Values[rqd]", "80"),
            ("Values[ucs_mpa]", "145"),
            ("RockType", "Granite")
        );
        using HttpResponseMessage nothing = await site.SubmitAsync(address, address);

        AuditEntry entry = Assert.Single(await EntriesAsync(stope));
        Assert.Equal((AuditAction.Edited, "operator"), (entry.Action, entry.By));
        Assert.Equal(
            [
                new AuditField("stope_name", "S1", "<b>S2</b>"),
                new AuditField("rock_type", "Quartzite", "Granite"),
                new AuditField("rqd", "71.5", "80"),
                new AuditField("ucs_mpa", null, "145"),
            ],
            entry.Fields
        );
        string trail = Trail(await site.PageAsync($"/stopes/{stope}"));
        Assert.Contains("<b>S2</b>", trail, StringComparison.Ordinal);
        Assert.Contains("71.5", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_people_do_from_the_page_leaves_one_line()
    {
        int stope = await StopeAsync("All");
        int prediction = await site.PredictAsync(stope, 0.2);
        await SendAsync(stope, "readings", ("Moment", "2026-01-10T09:00"), ("Values[stress]", "20"));
        await SendAsync(stope, "readings", ("Moment", "2026-01-10T09:00"), ("Values[stress]", "20"));
        await SendAsync(stope, "outcomes", ("Class", "Unstable"), ("ObservedAt", "2026-01-10T09:00"));
        int outcome = await OutcomeAsync(stope);
        await SendAsync(stope, $"outcomes/{outcome}/review", ("Accepted", "true"), ("Comment", "Seen by two."));
        await SendAsync(stope, "feedback", ("Agrees", "false"), ("PredictionId", PageSite.Text(prediction)));
        await SendAsync(stope, "archive");
        await SendAsync(stope, "restore");

        List<AuditEntry> entries = await EntriesAsync(stope);
        Assert.Equal(
            [
                AuditAction.ReadingAdded,
                AuditAction.OutcomeAdded,
                AuditAction.OutcomeReviewed,
                AuditAction.FeedbackGiven,
                AuditAction.Archived,
                AuditAction.Restored,
            ],
            entries.Select(entry => entry.Action)
        );
        Assert.Contains(new AuditField("learnt_from", "waiting", "accepted"), entries[2].Fields);
        Assert.Contains(new AuditField("stress", null, "20"), entries[0].Fields);
    }

    [Fact]
    public async Task A_stope_made_by_hand_begins_its_history_with_what_was_entered()
    {
        Mine mine = await site.AddMineAsync("History new");
        using HttpResponseMessage created = await site.SubmitAsync(
            "/stopes/new",
            "/stopes/new",
            ("Name", "Born"),
            ("MineId", PageSite.Text(mine.Id)),
            ("RockType", "Granite"),
            ("Direction", "North"),
            ("SupportType", "Mesh"),
            ("Values[rqd]", "80.5"),
            ("Values[hr]", "5"),
            ("Values[depth]", "300"),
            ("Values[dip]", "60"),
            ("Values[undercut_wdt]", "4"),
            ("Values[support_density]", "0.4")
        );
        int stope = int.Parse(
            created.Headers.Location!.ToString().Split('/')[^1],
            System.Globalization.CultureInfo.InvariantCulture
        );

        AuditEntry entry = Assert.Single(await EntriesAsync(stope));
        Assert.Equal(AuditAction.Created, entry.Action);
        Assert.Contains(new AuditField("rqd", null, "80.5"), entry.Fields);
        Assert.DoesNotContain(entry.Fields, field => field.After is null);
    }

    [Fact]
    public async Task A_long_history_is_paged_and_the_stopes_page_lists_the_newest_by_one_statement()
    {
        int stope = await StopeAsync("Long");
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            database.AuditEntries.AddRange(
                Enumerable
                    .Range(0, 70)
                    .Select(i => new AuditEntry
                    {
                        Subject = AuditSubject.Stope,
                        SubjectId = stope,
                        Action = AuditAction.Edited,
                        At = PageData.Now.AddMinutes(i - 90),
                        By = $"Person {i}",
                    })
            );
            await database.SaveChangesAsync(Token);
        }

        IHtmlDocument page = await site.PageAsync($"/stopes/{stope}");
        Assert.Equal(20, page.QuerySelectorAll("section[aria-labelledby=trail] ol > li").Length);
        Assert.NotNull(page.QuerySelector($"a[href='/stopes/{stope}/history']"));
        IHtmlDocument second = await site.PageAsync($"/stopes/{stope}/history?page=2");
        Assert.Equal(20, second.QuerySelectorAll("ol.timeline > li").Length);
        site.Server.PreserveExecutionContext = true;
        using StatementCounter counter = new();
        await site.PageAsync($"/stopes/{stope}/history?page=2");
        Assert.InRange(counter.Count, 1, 4);
    }

    private static string Trail(IHtmlDocument page) =>
        page.QuerySelector("section[aria-labelledby=trail]")!.TextContent;

    private async Task<int> StopeAsync(string mine) =>
        await site.AddStopeAsync(await site.AddMineAsync($"History {mine}"), "S1");

    private async Task SendAsync(int stope, string what, params (string, string)[] fields)
    {
        using HttpResponseMessage sent = await site.SubmitAsync($"/stopes/{stope}", $"/stopes/{stope}/{what}", fields);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, sent.StatusCode);
    }

    private async Task<int> OutcomeAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Outcomes.Where(row => row.StopeId == stope).Select(row => row.Id).SingleAsync(Token);
    }

    private async Task<List<AuditEntry>> EntriesAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database
            .AuditEntries.Where(entry => entry.SubjectId == stope && entry.Subject == AuditSubject.Stope)
            .OrderBy(entry => entry.Id)
            .ToListAsync(Token);
    }
}
