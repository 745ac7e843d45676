using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Alerts;

public sealed class ResponsePlanPageTests : IAsyncDisposable
{
    private const string Address = "/alerts/plan";
    private const string Script = "<script>alert(1)</script>";
    private readonly PageSite site = new([
        ("Alerts:Levels:Evacuate:Roles", "Control room"),
        ("Alerts:Levels:Evacuate:EscalateAfter", "00:10:00"),
    ]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_edited_plan_counts_over_the_settings_and_going_back_brings_them_again()
    {
        Assert.Equal("Control room", (await NowAsync()).Plan.Of(AlertLevel.Evacuate).Roles);

        using HttpResponseMessage saved = await SaveAsync(
            (Key("evacuate", "Roles"), Script),
            (Key("evacuate", "EscalateAfter.Amount"), "1.5"),
            (Key("evacuate", "EscalateAfter.Unit"), "hours"),
            ("Reason", "After the drill.")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        PlanInForce now = await NowAsync();
        Assert.Equal(Script, now.Plan.Of(AlertLevel.Evacuate).Roles);
        Assert.Equal(TimeSpan.FromMinutes(90), now.Plan.Of(AlertLevel.Evacuate).EscalateAfter);
        Assert.Equal(2, ResponsePlan.Default.Of(AlertLevel.NoData).Actions.Count);
        Assert.Equal(ResponsePlan.Default.Of(AlertLevel.NoData).Actions, now.Plan.Of(AlertLevel.NoData).Actions);
        IHtmlDocument page = await site.PageAsync(Address);
        string versions = page.QuerySelector("section[aria-labelledby=versions]")!.TextContent;
        Assert.Contains("operator", versions, StringComparison.Ordinal);
        Assert.Contains("After the drill.", versions, StringComparison.Ordinal);
        Assert.Contains("Who: Control room", versions, StringComparison.Ordinal);
        Assert.Contains("10 min", versions, StringComparison.Ordinal);
        Assert.Contains(Script, versions, StringComparison.Ordinal);
        Assert.All(page.Scripts, script => Assert.Empty(script.Text));

        using HttpResponseMessage reset = await site.SubmitAsync(Address, $"{Address}/reset");
        Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);
        Assert.Equal("Control room", (await NowAsync()).Plan.Of(AlertLevel.Evacuate).Roles);
        Assert.Equal(2, (await NowAsync()).Number);
    }

    [Fact]
    public async Task Every_wrong_field_says_why_in_its_place_keeps_what_was_typed_and_nothing_is_saved()
    {
        using HttpResponseMessage refused = await SaveAsync(
            (Key("evacuate", "Roles"), " "),
            (Key("evacuate", "Conditions"), new string('x', 501)),
            (Key("abnormal", "Actions"), string.Join('\n', Enumerable.Range(0, 21))),
            (Key("abnormal", "EscalateAfter.Amount"), "0"),
            (Key("no_data", "LowerAfter.Amount"), "31"),
            (Key("no_data", "LowerAfter.Unit"), "days"),
            (Key("very_abnormal", "LowerAfter.Amount"), "1,5"),
            (Key("very_abnormal", "EscalateAfter.Unit"), "fortnights"),
            ("LongestSilence.Amount", "NaN"),
            ("Reason", new string('y', 501))
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(refused);
        Assert.Contains("1 to 500", Error(page, "Levels-evacuate-Roles"), StringComparison.Ordinal);
        Assert.Contains("1 to 500", Error(page, "Levels-evacuate-Conditions"), StringComparison.Ordinal);
        Assert.Contains("1 to 20 actions", Error(page, "Levels-abnormal-Actions"), StringComparison.Ordinal);
        Assert.Contains("1 min to 7 days", Error(page, "Levels-abnormal-EscalateAfter"), StringComparison.Ordinal);
        Assert.Contains("0 to 30 days", Error(page, "Levels-no_data-LowerAfter"), StringComparison.Ordinal);
        Assert.Contains("point", Error(page, "Levels-very_abnormal-LowerAfter"), StringComparison.Ordinal);
        Assert.NotEqual("", Error(page, "Levels-very_abnormal-EscalateAfter"));
        Assert.NotEqual("", Error(page, "LongestSilence"));
        Assert.Contains("at most 500", Error(page, "reason"), StringComparison.Ordinal);
        Assert.Equal("", Error(page, "Levels-evacuate-ReEntry"));
        Assert.Equal("1,5", ((IHtmlInputElement)page.GetElementById("Levels-very_abnormal-LowerAfter")!).Value);
        Assert.Equal(0, (await NowAsync()).Number);
    }

    [Fact]
    public async Task The_second_editor_sees_both_versions_and_may_then_replace_the_first()
    {
        using HttpResponseMessage first = await SaveAsync((Key("evacuate", "Roles"), "First"));
        using HttpResponseMessage second = await SaveAsync(("Number", "0"), (Key("evacuate", "Roles"), "Second"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(second);
        Assert.Contains(
            "Somebody else changed the plan",
            page.QuerySelector(".notice.bad")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "First",
            page.QuerySelector("section[aria-labelledby=theirs]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Second", page.GetElementById("Levels-evacuate-Roles")!.TextContent);
        Assert.Equal("1", page.QuerySelector("form[action='/alerts/plan'] input[name=Number]")!.GetAttribute("value"));
        Assert.Equal("First", (await NowAsync()).Plan.Of(AlertLevel.Evacuate).Roles);
    }

    [Fact]
    public async Task The_same_edit_sent_twice_is_one_version_and_one_that_changes_nothing_is_none()
    {
        using HttpResponseMessage nothing = await SaveAsync();
        Assert.Equal(0, (await NowAsync()).Number);
        using HttpResponseMessage first = await SaveAsync((Key("evacuate", "Roles"), "Once"));
        using HttpResponseMessage again = await SaveAsync(("Number", "0"), (Key("evacuate", "Roles"), "Once"));

        Assert.Equal(HttpStatusCode.Redirect, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(1, (await NowAsync()).Number);
    }

    [Fact]
    public async Task Alerts_and_their_messages_go_by_the_edited_plan_and_a_damaged_one_does_not_stop_them()
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync("Planned"), "S1");
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            AlertEvidence evidence = new(
                AlertCause.Forecast,
                AlertLevel.Evacuate,
                AlertLevel.Evacuate,
                "Said.",
                PageData.Now
            );
            database.Alerts.Add(new Alert(stope, evidence, ResponsePlan.Default, PageData.Now));
            await database.SaveChangesAsync(Token);
        }

        using HttpResponseMessage saved = await SaveAsync((Key("evacuate", "Actions"), "Ring the bell.\r\nLeave."));
        int alert = await AlertOfAsync(stope);
        IHtmlDocument page = await site.PageAsync($"/alerts/{alert}");
        string[] actions =
        [
            .. page.QuerySelectorAll("section[aria-labelledby=response] ol li").Select(one => one.TextContent),
        ];
        Assert.Equal(["Ring the bell.", "Leave."], actions);

        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            await database.ResponsePlanVersions.ExecuteUpdateAsync(
                set => set.SetProperty(version => version.Document, "{"),
                Token
            );
        }

        Assert.Equal("Control room", (await NowAsync()).Plan.Of(AlertLevel.Evacuate).Roles);
        Assert.NotNull(await site.PageAsync(Address));
    }

    [Fact]
    public async Task An_expired_form_is_refused_and_the_page_takes_a_bounded_number_of_statements()
    {
        using FormUrlEncodedContent content = new(new Dictionary<string, string> { ["Number"] = "0" });
        using HttpResponseMessage expired = await site.Browser().PostAsync(Address, content, Token);
        Assert.Equal(HttpStatusCode.BadRequest, expired.StatusCode);

        site.Server.PreserveExecutionContext = true;
        using StatementCounter counter = new();
        await site.PageAsync(Address);
        Assert.InRange(counter.Count, 1, 4);
    }

    private static string Key(string level, string field) => $"Levels[{level}].{field}";

    // A browser sends text areas too, which the helper of other forms need not fill.
    private async Task<HttpResponseMessage> SaveAsync(params (string Name, string Value)[] fields)
    {
        IHtmlDocument page = await site.PageAsync(Address);
        (string, string)[] areas =
        [
            .. page.QuerySelectorAll("form[action='/alerts/plan'] textarea")
                .Select(area => (area.GetAttribute("name")!, area.TextContent)),
        ];
        return await site.SubmitAsync(Address, Address, [.. areas, .. fields]);
    }

    private Task<PlanInForce> NowAsync() => site.Services.GetRequiredService<ResponsePlans>().CurrentAsync(Token);

    private async Task<int> AlertOfAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database
            .Alerts.Where(alert => alert.StopeId == stope)
            .Select(alert => alert.Id)
            .SingleAsync(Token);
    }

    private static string Error(IHtmlDocument page, string field) =>
        page.GetElementById($"{field}-error")?.TextContent ?? "";
}
