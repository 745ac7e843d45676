using System.Net;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Tests.Pages;
using static DeepmineSentinel.Web.Tests.Api.Stopes.StopeBodies;

namespace DeepmineSentinel.Web.Tests.Api.Stopes;

public sealed class StopeListApiTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private readonly ApiClient api = new(site.CreateClient());

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task The_list_is_searched_filtered_and_sorted_as_the_page_is()
    {
        Mine mine = await site.AddMineAsync("Filters of the API");
        await site.PredictAsync(await site.AddStopeAsync(mine, "North_1"), 0.6);
        await site.PredictAsync(await site.AddStopeAsync(mine, "North_2"), 0.002);
        await site.PredictAsync(await site.AddStopeAsync(mine, "Old"), 0.002, PageData.Now.AddDays(-30));
        await site.AddStopeAsync(mine, "South");

        Assert.Equal(["North_1", "North_2"], await NamesAsync(mine, "search=north_"));
        Assert.Equal(["North_1"], await NamesAsync(mine, "level=imminent"));
        Assert.Equal(["Old"], await NamesAsync(mine, "level=stale"));
        Assert.Equal(["South"], await NamesAsync(mine, "level=unknown"));
        Assert.Equal("North_1", (await NamesAsync(mine, "sort=seven_day&order=desc"))[0]);
        JsonElement item = (await ListAsync(mine, "search=South")).GetProperty("items")[0];
        Assert.Equal("unknown", item.GetProperty("level").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("asOf").ValueKind);
    }

    [Fact]
    public async Task Pages_lead_to_each_other_in_the_body_and_in_the_header()
    {
        Mine mine = await site.AddMineAsync("Pages of the API");
        for (int i = 0; i < 5; i++)
        {
            await site.AddStopeAsync(mine, $"S{i}");
        }

        List<string> names = [];
        string? address = $"{Address}?mineId={mine.Id}&pageSize=2&order=asc";
        while (address is not null)
        {
            (HttpResponseMessage response, JsonElement page) = await api.SendAsync(HttpMethod.Get, address);
            names.AddRange(Names(page));
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            address = page.GetProperty("links").TryGetProperty("next", out JsonElement next) ? next.GetString() : null;
            Assert.Equal(
                address is null ? 0 : 1,
                response
                    .Headers.GetValues("Link")
                    .Single()
                    .Split(", ")
                    .Count(link => link == $"<{address}>; rel=\"next\"")
            );
        }

        Assert.Equal(["S0", "S1", "S2", "S3", "S4"], names);
    }

    [Fact]
    public async Task A_stope_whose_failure_was_observed_has_no_level()
    {
        Mine mine = await site.AddMineAsync("Fallen");
        int id = await site.AddStopeAsync(mine, "S1");
        await using (var database = await site.DatabaseAsync())
        {
            database.Outcomes.Add(
                new Outcome
                {
                    StopeId = id,
                    ObservedAt = PageData.Now.AddDays(-2),
                    Class = OutcomeClass.Failure,
                }
            );
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        JsonElement item = (await ListAsync(mine, "level=failed")).GetProperty("items")[0];
        Assert.Equal(JsonValueKind.Null, item.GetProperty("level").ValueKind);
        Assert.NotEqual(JsonValueKind.Null, item.GetProperty("failedAt").ValueKind);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("mineId=x", "mineId")]
    [InlineData("level=calm", "level")]
    [InlineData("changed=yes", "changed")]
    [InlineData("archived=1", "archived")]
    [InlineData("sort=luck", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("serch=x", "serch")]
    public async Task A_query_that_cannot_be_read_names_its_field(string query, string field)
    {
        (HttpResponseMessage, JsonElement Body) answer = await api.SendAsync(HttpMethod.Get, $"{Address}?{query}");

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_query", answer);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_list_takes_two_statements_whatever_its_length()
    {
        Mine mine = await site.AddMineAsync("Counted by the API");
        for (int i = 0; i < 30; i++)
        {
            await site.AddStopeAsync(mine, $"S{i}");
        }

        site.Server.PreserveExecutionContext = true;
        using ApiClient counted = new(site.CreateClient());
        using StatementCounter counter = new();
        await counted.SendAsync(HttpMethod.Get, $"{Address}?mineId={mine.Id}&pageSize=200");
        Assert.Equal(2, counter.Count);
    }

    private async Task<JsonElement> ListAsync(Mine mine, string query) =>
        (await api.SendAsync(HttpMethod.Get, $"{Address}?mineId={mine.Id}&{query}")).Body;

    private async Task<string[]> NamesAsync(Mine mine, string query) => [.. Names(await ListAsync(mine, query))];

    private static IEnumerable<string> Names(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!);
}
