using System.Globalization;
using System.Net;
using System.Text.Json;
using DeepmineSentinel.Web.Tests.Api;

namespace DeepmineSentinel.Web.Tests.Alerts;

public sealed class AlertApiTests : IAsyncDisposable
{
    private const string Alerts = "/api/v1/alerts";
    private readonly WatchedSite site = new();
    private readonly ApiClient api;

    public AlertApiTests() => api = new ApiClient(site.Pages.CreateClient());

    public async ValueTask DisposeAsync()
    {
        api.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task An_alert_is_listed_looked_at_acknowledged_and_silenced()
    {
        int id = await RaisedAsync("S1");
        JsonElement list = (await api.SendAsync(HttpMethod.Get, $"{Alerts}?level=very_abnormal&status=active")).Body;
        JsonElement one = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal(id, one.GetProperty("id").GetInt32());
        Assert.Equal("deformation_rate", one.GetProperty("channel").GetString());
        Assert.False(one.TryGetProperty("history", out _));

        (HttpResponseMessage taken, JsonElement answered) = await api.SendAsync(
            HttpMethod.Post,
            $"{Alerts}/{id}/acknowledge",
            $$"""{"comment": "On my way.", "revision": {{one.GetProperty("revision").GetInt32()}}}"""
        );
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("acknowledged", answered.GetProperty("state").GetString());
        Assert.Equal("operator", answered.GetProperty("acknowledgedBy").GetString());
        string until = site.Clock.Now.AddHours(3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        (_, JsonElement silent) = await api.SendAsync(
            HttpMethod.Post,
            $"{Alerts}/{id}/silence",
            $$"""{"until": "{{until}}"}"""
        );
        Assert.Equal("silenced", silent.GetProperty("state").GetString());
        Assert.Equal(
            ["raised", "acknowledged", "silenced"],
            silent.GetProperty("history").EnumerateArray().Select(line => line.GetProperty("kind").GetString())
        );
    }

    [Fact]
    public async Task Pages_lead_to_each_other_with_the_filters_kept()
    {
        for (int i = 0; i < 5; i++)
        {
            await RaisedAsync($"S{i}");
        }

        JsonElement page = (
            await api.SendAsync(HttpMethod.Get, $"{Alerts}?status=open&pageSize=2&sort=stope&order=asc")
        ).Body;
        List<string?> names = Names(page);
        while (page.GetProperty("links").TryGetProperty("next", out JsonElement next))
        {
            page = (await api.SendAsync(HttpMethod.Get, next.GetString()!)).Body;
            names.AddRange(Names(page));
        }

        Assert.Equal(["S0", "S1", "S2", "S3", "S4"], names);
        Assert.Equal(5, page.GetProperty("total").GetInt32());
        Assert.False(page.GetProperty("links").TryGetProperty("next", out _));
        Assert.True(page.GetProperty("links").TryGetProperty("prev", out _));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("pageSize=1000", "pageSize")]
    [InlineData("status=closed", "status")]
    [InlineData("level=normal", "level")]
    [InlineData("cause=gut", "cause")]
    [InlineData("stopeId=-1", "stopeId")]
    [InlineData("order=up", "order")]
    [InlineData("levl=evacuate", "levl")]
    public async Task A_query_that_cannot_be_read_names_its_field(string query, string field)
    {
        (HttpResponseMessage, JsonElement Body) answer = await api.SendAsync(HttpMethod.Get, $"{Alerts}?{query}");

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_query", answer);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("acknowledge", "{\"comment\": 7}", HttpStatusCode.BadRequest, "invalid_answer")]
    [InlineData("acknowledge", "{\"coment\": \"x\"}", HttpStatusCode.BadRequest, "invalid_answer")]
    [InlineData("acknowledge", "{\"revision\": 99}", HttpStatusCode.Conflict, "alert_changed")]
    [InlineData("silence", "{}", HttpStatusCode.BadRequest, "invalid_answer")]
    [InlineData("silence", "{\"until\": \"2999-01-01T00:00:00\"}", HttpStatusCode.BadRequest, "invalid_answer")]
    [InlineData("silence", "{\"until\": \"2999-01-01T00:00:00Z\"}", HttpStatusCode.BadRequest, "silence_too_long")]
    [InlineData("silence", "{\"until\": \"2001-01-01T00:00:00+05:00\"}", HttpStatusCode.BadRequest, "silence_in_past")]
    [InlineData("resolve", "{}", HttpStatusCode.BadRequest, "reason_missing")]
    [InlineData("resolve", "{\"reason\": \"Fine.\"}", HttpStatusCode.Conflict, "alert_condition_holds")]
    public async Task An_answer_that_cannot_be_taken_changes_nothing(
        string action,
        string body,
        HttpStatusCode status,
        string code
    )
    {
        int id = await RaisedAsync("S1");

        ProblemAssert.Is(status, code, await api.SendAsync(HttpMethod.Post, $"{Alerts}/{id}/{action}", body));
        JsonElement alert = (await api.SendAsync(HttpMethod.Get, $"{Alerts}/{id}")).Body;
        Assert.Equal(1, alert.GetProperty("revision").GetInt32());
        Assert.Equal("active", alert.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/acknowledge")]
    [InlineData("POST", "/resolve")]
    public async Task An_id_that_is_none_and_one_that_is_unknown_are_told_apart(string method, string action)
    {
        string? body = method == "POST" ? "{\"reason\": \"x\"}" : null;
        body = action == "/acknowledge" ? "{}" : body;
        foreach (string id in new[] { "latest", "-1", "1e3", "99999999999999999999", "%2e%2e%2f" })
        {
            ProblemAssert.Is(
                HttpStatusCode.BadRequest,
                "invalid_alert_id",
                await api.SendAsync(new HttpMethod(method), $"{Alerts}/{id}{action}", body)
            );
        }

        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "alert_not_found",
            await api.SendAsync(new HttpMethod(method), $"{Alerts}/999999{action}", body)
        );
    }

    [Fact]
    public async Task Another_sites_page_can_answer_nothing()
    {
        int id = await RaisedAsync("S1");
        using HttpRequestMessage request = new(HttpMethod.Post, $"{Alerts}/{id}/acknowledge");
        request.Headers.Add("Origin", "https://elsewhere.example");

        ProblemAssert.Is(HttpStatusCode.Forbidden, "foreign_origin", await api.SendAsync(request));
    }

    private static List<string?> Names(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("stope").GetString())];

    private async Task<int> RaisedAsync(string name)
    {
        int stope = await site.StopeAsync(name);
        await site.ReadAsync(stope, deformation: 6);
        await site.WatchAsync(stope);
        return Assert.Single(await site.AlertsAsync(stope)).Id;
    }
}
