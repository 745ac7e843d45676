using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;

namespace DeepmineSentinel.Web.Tests.Alerts;

public sealed class AlertPageTests : IAsyncDisposable
{
    private const string Script = "<script>alert(1)</script>";
    private readonly WatchedSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_life_of_an_alert_goes_by_forms_and_every_step_is_in_its_history()
    {
        int id = await RaisedAsync();
        Assert.Equal("1 open", (await site.Pages.PageAsync("/")).QuerySelector("nav .count")!.TextContent);

        await DoneAsync(id, "acknowledge", ("Comment", Script));
        await DoneAsync(id, "silence", ("Comment", "Sensor is moved."));
        IHtmlDocument page = await site.Pages.PageAsync($"/alerts/{id}");

        Assert.Equal("Silenced", page.QuerySelector("#now ~ .prediction-head .tag")!.TextContent);
        string history = page.QuerySelector("section[aria-labelledby=history]")!.TextContent;
        Assert.Contains(Script, history, StringComparison.Ordinal);
        Assert.Contains("Sensor is moved.", history, StringComparison.Ordinal);
        Assert.Contains("by operator", history, StringComparison.Ordinal);
        Assert.All(page.Scripts, script => Assert.Empty(script.Text));
        Assert.Null(page.QuerySelector($"form[action='/alerts/{id}/resolve']"));
    }

    [Fact]
    public async Task What_nobody_knows_can_be_resolved_by_hand_with_a_reason()
    {
        int id = await RaisedAsync();
        await using (SentinelDbContext database = await site.Pages.DatabaseAsync())
        {
            Alert alert = (await database.Alerts.FindAsync([id], TestContext.Current.CancellationToken))!;
            alert.Observe(AlertEvidence.None(alert.Cause), ResponsePlan.Default, PageData.Now);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using HttpResponseMessage empty = await AnswerAsync(id, "resolve", ("Comment", " "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        await DoneAsync(id, "resolve", ("Comment", "Inspected."));
        IHtmlDocument page = await site.Pages.PageAsync($"/alerts/{id}");

        Assert.Null(page.QuerySelector("section[aria-labelledby=answer]"));
        Assert.Contains("Inspected.", page.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.Pages.PageAsync("/alerts")).QuerySelectorAll("tbody tr"));
        Assert.Single((await site.Pages.PageAsync("/alerts?state=resolved")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_versions_and_loses_nothing_typed()
    {
        int id = await RaisedAsync();
        IHtmlFormElement form = await FormAsync(id, "acknowledge");
        await DoneAsync(id, "acknowledge", ("Comment", "First."));
        Dictionary<string, string> typed = PageSite.Filled(form);
        typed["Comment"] = "Second.";

        using HttpResponseMessage response = await PostAsync(id, "acknowledge", typed);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        IHtmlDocument page = await PageSite.ReadAsync(response);
        string notice = page.QuerySelector("#main > .notice.bad")!.TextContent;
        Assert.Contains("First.", notice, StringComparison.Ordinal);
        Assert.Contains("Second.", notice, StringComparison.Ordinal);
        Assert.Equal("Second.", ((IHtmlTextAreaElement)page.QuerySelector("#acknowledge-comment")!).Value);

        // The page that shows both is the form to answer again by.
        Dictionary<string, string> again = PageSite.Filled(
            page.Forms.First(one => one.GetAttribute("action") == $"/alerts/{id}/acknowledge")
        );
        again["Comment"] = "Second.";
        using HttpResponseMessage taken = await PostAsync(id, "acknowledge", again);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal("Second.", await CommentAsync(id));
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_answer()
    {
        int id = await RaisedAsync();
        Dictionary<string, string> typed = PageSite.Filled(await FormAsync(id, "acknowledge"));
        typed["Comment"] = "Once.";
        using HttpResponseMessage first = await PostAsync(id, "acknowledge", typed);
        using HttpResponseMessage second = await PostAsync(id, "acknowledge", typed);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, (await ChangesAsync(id)).Count);
    }

    [Fact]
    public async Task Many_who_acknowledge_at_once_leave_one_answer_or_a_conflict_each()
    {
        int id = await RaisedAsync();
        Dictionary<string, string> form = PageSite.Filled(await FormAsync(id, "acknowledge"));
        HttpResponseMessage[] answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(person =>
                    PostAsync(
                        id,
                        "acknowledge",
                        new Dictionary<string, string>(form) { ["Comment"] = $"Person {person}" }
                    )
                )
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(2, (await ChangesAsync(id)).Count);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Theory]
    [InlineData("silence", "Until", "2001-01-01T00:00", "must lie in the future")]
    [InlineData("silence", "Until", "2999-01-01T00:00", "at most 168 hours")]
    [InlineData("silence", "Until", "", "until when")]
    [InlineData("silence", "Until", "soon", "soon")]
    [InlineData("acknowledge", "Comment", "LONG", "1,000 characters")]
    [InlineData("resolve", "Comment", "It is fine.", "still holds")]
    public async Task An_answer_that_cannot_be_taken_says_why_in_place(
        string action,
        string field,
        string value,
        string why
    )
    {
        int id = await RaisedAsync();
        Dictionary<string, string> typed = PageSite.Filled(await FormAsync(id, "acknowledge"));
        typed[field] = value == "LONG" ? new string('x', 5_000) : value;
        using HttpResponseMessage response = await PostAsync(id, action, typed);

        Assert.True(
            response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict,
            $"{response.StatusCode}"
        );
        string main = (await PageSite.ReadAsync(response)).QuerySelector("#main")!.TextContent;
        Assert.Contains("not saved", main, StringComparison.Ordinal);
        Assert.Contains(why, main, StringComparison.Ordinal);
        Assert.Single(await ChangesAsync(id));
    }

    [Fact]
    public async Task An_unknown_alert_is_not_found_and_a_form_without_its_token_is_refused()
    {
        HttpClient browser = site.Pages.Browser();
        CancellationToken token = TestContext.Current.CancellationToken;
        using HttpResponseMessage unknown = await browser.GetAsync("/alerts/999999", token);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        int id = await RaisedAsync();
        using FormUrlEncodedContent bare = new([new("Revision", "1")]);
        using HttpResponseMessage forged = await browser.PostAsync($"/alerts/{id}/acknowledge", bare, token);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Single(await ChangesAsync(id));
    }

    [Fact]
    public async Task The_address_carries_filters_order_and_page()
    {
        for (int i = 0; i < 30; i++)
        {
            int stope = await site.StopeAsync($"S{i.ToString("00", CultureInfo.InvariantCulture)}");
            await site.ReadAsync(stope, deformation: i < 3 ? 6 : 3);
            await site.WatchAsync(stope);
        }

        IHtmlDocument first = await site.Pages.PageAsync("/alerts?sort=stope&dir=asc");
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        string next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Contains("sort=stope", next, StringComparison.Ordinal);
        Assert.Equal(5, (await site.Pages.PageAsync(next)).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            3,
            (await site.Pages.PageAsync("/alerts?level=very_abnormal")).QuerySelectorAll("tbody tr").Length
        );
        Assert.Single((await site.Pages.PageAsync("/alerts?q=s07")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await site.Pages.PageAsync("/alerts?cause=stale_data")).QuerySelectorAll("tbody tr"));
        Assert.Equal(
            "Very abnormal",
            (await site.Pages.PageAsync("/alerts")).QuerySelector("tbody .level")!.TextContent
        );
    }

    [Fact]
    public async Task A_list_takes_the_same_few_statements_whatever_its_length()
    {
        await RaisedAsync("A");
        site.Pages.Server.PreserveExecutionContext = true;
        await site.Pages.PageAsync("/alerts");
        int few = await StatementsAsync("/alerts");
        for (int i = 0; i < 15; i++)
        {
            await RaisedAsync($"More {i}");
        }

        Assert.Equal(few, await StatementsAsync("/alerts"));
        Assert.InRange(few, 1, 4);
    }

    private async Task<int> StatementsAsync(string address)
    {
        using StatementCounter counter = new();
        await site.Pages.PageAsync(address);
        return counter.Count;
    }

    private async Task<int> RaisedAsync(string name = "S1")
    {
        int stope = await site.StopeAsync(name);
        await site.ReadAsync(stope, deformation: 6);
        await site.WatchAsync(stope);
        return Assert.Single(await site.AlertsAsync(stope)).Id;
    }

    private async Task<IReadOnlyList<AlertChange>> ChangesAsync(int id)
    {
        await using SentinelDbContext database = await site.Pages.DatabaseAsync();
        return [.. database.AlertChanges.Where(change => change.AlertId == id)];
    }

    private async Task<string?> CommentAsync(int id)
    {
        await using SentinelDbContext database = await site.Pages.DatabaseAsync();
        return database.Alerts.Single(alert => alert.Id == id).Comment;
    }

    private HttpClient? browser;

    private HttpClient Browser => browser ??= site.Pages.Browser();

    private async Task<IHtmlFormElement> FormAsync(int id, string action) =>
        (await site.Pages.PageAsync($"/alerts/{id}", Browser)).Forms.First(form =>
            form.GetAttribute("action") == $"/alerts/{id}/{action}"
        );

    private async Task<HttpResponseMessage> AnswerAsync(
        int id,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        Dictionary<string, string> values = PageSite.Filled(await FormAsync(id, action));
        foreach ((string name, string value) in fields)
        {
            values[name] = value;
        }

        return await PostAsync(id, action, values);
    }

    private async Task DoneAsync(int id, string action, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage response = await AnswerAsync(id, action, fields);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(int id, string action, Dictionary<string, string> values)
    {
        using FormUrlEncodedContent content = new(values);
        return await Browser.PostAsync($"/alerts/{id}/{action}", content, TestContext.Current.CancellationToken);
    }
}
