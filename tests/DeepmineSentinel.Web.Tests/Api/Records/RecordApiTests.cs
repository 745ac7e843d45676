using System.Net;
using System.Text.Json;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Api.Records;

public sealed class RecordApiTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private readonly ApiClient api = new(site.CreateClient());

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task Events_and_outcomes_are_added_and_listed_newest_first()
    {
        int stope = await StopeAsync("Records");
        (HttpResponseMessage added, JsonElement blast) = await PostAsync(
            stope,
            "events",
            """{"timestamp": "2026-01-30T18:00:00-03:00", "type": "blast", "chargeKilograms": 12.5, "notes": " <b>x</b> "}"""
        );
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("2026-01-30T21:00:00Z", blast.GetProperty("timestamp").GetString());
        Assert.Equal("<b>x</b>", blast.GetProperty("notes").GetString());
        await PostAsync(stope, "events", """{"timestamp": "2026-01-31T00:00:00Z", "type": "inspection"}""");
        await PostAsync(
            stope,
            "outcomes",
            """{"observedAt": "2026-01-31T08:00:00Z", "class": "unstable", "elosMetres": 0.4, "source": "survey"}"""
        );

        (HttpResponseMessage listed, JsonElement events) = await GetAsync(stope, "events?pageSize=1");
        Assert.Equal(2, events.GetProperty("total").GetInt32());
        Assert.Equal("inspection", events.GetProperty("items")[0].GetProperty("type").GetString());
        Assert.Contains("rel=\"next\"", listed.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        JsonElement outcome = (await GetAsync(stope, "outcomes")).Body.GetProperty("items")[0];
        Assert.Equal("unstable", outcome.GetProperty("class").GetString());
        Assert.Equal("operator", outcome.GetProperty("enteredBy").GetString());
        Assert.Equal("waiting", outcome.GetProperty("review").GetString());
    }

    [Theory]
    [InlineData("events", "{}", "invalid_event", "timestamp")]
    [InlineData("events", """{"timestamp": "2026-01-30T18:00:00", "type": "blast"}""", "invalid_event", "timestamp")]
    [InlineData("events", """{"timestamp": "2026-01-30T18:00:00Z", "type": "boom"}""", "invalid_event", "type")]
    [InlineData(
        "events",
        """{"timestamp": "2026-01-30T18:00:00Z", "type": "blast", "chargeKilograms": -1}""",
        "invalid_event",
        "chargeKilograms"
    )]
    [InlineData(
        "events",
        """{"timestamp": "2026-01-30T18:00:00Z", "type": "blast", "charge": 1}""",
        "invalid_event",
        "charge"
    )]
    [InlineData("outcomes", """{"observedAt": "2026-01-30T18:00:00Z"}""", "invalid_outcome", "class")]
    [InlineData("outcomes", """{"observedAt": "now", "class": "stable"}""", "invalid_outcome", "observedAt")]
    [InlineData(
        "outcomes",
        """{"observedAt": "2026-01-30T18:00:00Z", "class": "stable", "elosMetres": 101}""",
        "invalid_outcome",
        "elosMetres"
    )]
    public async Task What_cannot_be_kept_names_its_member(string kind, string body, string code, string member)
    {
        int stope = await StopeAsync($"Wrong {Guid.NewGuid():N}");
        (HttpResponseMessage, JsonElement Body) answer = await PostAsync(stope, kind, body);

        ProblemAssert.Is(HttpStatusCode.BadRequest, code, answer);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(member, out _));
        Assert.Equal(0, (await GetAsync(stope, kind)).Body.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("events", """{"timestamp": "2999-01-30T18:00:00Z", "type": "blast"}""", "event_in_future")]
    [InlineData("events", """{"timestamp": "1800-01-30T18:00:00Z", "type": "blast"}""", "event_too_early")]
    [InlineData("outcomes", """{"observedAt": "2999-01-30T18:00:00Z", "class": "stable"}""", "outcome_in_future")]
    [InlineData(
        "outcomes",
        """{"observedAt": "2026-01-30T18:00:00Z", "occurredAt": "2026-01-30T18:00:01Z", "class": "failure"}""",
        "outcome_order"
    )]
    public async Task A_moment_that_cannot_be_is_refused(string kind, string body, string code)
    {
        int stope = await StopeAsync($"Moments {Guid.NewGuid():N}");
        ProblemAssert.Is(HttpStatusCode.BadRequest, code, await PostAsync(stope, kind, body));
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused()
    {
        int stope = await StopeAsync("Long texts");
        string note = new('x', 1_001);
        (HttpResponseMessage, JsonElement Body) answer = await PostAsync(
            stope,
            "events",
            $$"""{"timestamp": "2026-01-30T18:00:00Z", "type": "other", "notes": "{{note}}"}"""
        );
        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_event", answer);
    }

    [Fact]
    public async Task The_same_event_or_outcome_twice_is_refused_as_an_import_refuses_it()
    {
        int stope = await StopeAsync("Twice");
        string blast = """{"timestamp": "2026-01-30T18:00:00Z", "type": "blast", "chargeKilograms": 1}""";
        await PostAsync(stope, "events", blast);
        ProblemAssert.Is(HttpStatusCode.Conflict, "event_known", await PostAsync(stope, "events", blast));
        string seen = """{"observedAt": "2026-01-30T18:00:00Z", "class": "stable"}""";
        await PostAsync(stope, "outcomes", seen);
        ProblemAssert.Is(HttpStatusCode.Conflict, "outcome_known", await PostAsync(stope, "outcomes", seen));
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.Equal(
            1,
            await database.Outcomes.CountAsync(row => row.StopeId == stope, TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("GET", "events")]
    [InlineData("POST", "events")]
    [InlineData("GET", "outcomes")]
    [InlineData("POST", "outcomes")]
    public async Task Records_of_no_stope_are_refused(string method, string kind)
    {
        string? body =
            method == "GET" ? null
            : kind == "events" ? """{"timestamp": "2026-01-30T18:00:00Z", "type": "other"}"""
            : """{"observedAt": "2026-01-30T18:00:00Z", "class": "stable"}""";
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_stope_id",
            await api.SendAsync(new HttpMethod(method), $"/api/v1/stopes/-1/{kind}", body)
        );
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "stope_not_found",
            await api.SendAsync(new HttpMethod(method), $"/api/v1/stopes/999999/{kind}", body)
        );
    }

    private async Task<int> StopeAsync(string mine) => await site.AddStopeAsync(await site.AddMineAsync(mine), "S1");

    private Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(int stope, string kind, string body) =>
        api.SendAsync(HttpMethod.Post, $"/api/v1/stopes/{stope}/{kind}", body);

    private Task<(HttpResponseMessage Response, JsonElement Body)> GetAsync(int stope, string kind) =>
        api.SendAsync(HttpMethod.Get, $"/api/v1/stopes/{stope}/{kind}");
}
