using System.Net;
using System.Text.Json;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api.Predictions;

public sealed class BatchApiTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private const string Batches = "/api/v1/predictions/batch";
    private readonly ApiClient api = new(site.CreateClient());

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task Many_stopes_are_predicted_in_the_background_and_their_results_listed()
    {
        int one = await StopeAsync("Batch 1");
        int other = await StopeAsync("Batch 2");
        (HttpResponseMessage queued, JsonElement made) = await PostAsync($$"""{"stopeIds": [{{other}}, {{one}}]}""");
        Assert.Equal(HttpStatusCode.Accepted, queued.StatusCode);
        string self = queued.Headers.Location!.ToString();
        JsonElement batch = made;
        await Eventually.TrueAsync(async () =>
        {
            batch = (await api.SendAsync(HttpMethod.Get, self)).Body;
            return batch.GetProperty("status").GetString() == "completed";
        });
        Assert.Equal(2, batch.GetProperty("done").GetInt32());

        string results = made.GetProperty("links").GetProperty("results").GetString()!;
        (_, JsonElement rows) = await api.SendAsync(HttpMethod.Get, $"{results}?sort=name&order=asc&pageSize=1");
        Assert.Equal(2, rows.GetProperty("total").GetInt32());
        Assert.Equal("unknown", rows.GetProperty("items")[0].GetProperty("level").GetString());
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_query",
            await api.SendAsync(HttpMethod.Get, $"{results}?level=calm")
        );
        (HttpResponseMessage over, _) = await api.SendAsync(HttpMethod.Delete, self);
        Assert.Equal(HttpStatusCode.Conflict, over.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_predicted_is_refused_at_once()
    {
        int stope = await StopeAsync("Refused batch");
        string many = string.Join(',', Enumerable.Repeat(stope, 5_001));
        foreach (
            string wrong in new[]
            {
                "{}",
                """{"stopeIds": []}""",
                """{"stopeIds": ["1"]}""",
                """{"stopeIds": 1}""",
                $$"""{"stopeIds": [{{many}}]}""",
                $$"""{"stopeIds": [{{stope}}], "asOf": "2026-01-31"}""",
                $$"""{"stopeIds": [{{stope}}], "run": "x"}""",
            }
        )
        {
            ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_batch", await PostAsync(wrong));
        }

        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "as_of_in_future",
            await PostAsync($$"""{"stopeIds": [{{stope}}], "asOf": "2999-01-31T00:00:00Z"}""")
        );
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_run_id",
            await PostAsync($$"""{"stopeIds": [{{stope}}], "runId": "latest"}""")
        );
        ProblemAssert.Is(HttpStatusCode.NotFound, "stope_not_found", await PostAsync("""{"stopeIds": [999999]}"""));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/results")]
    [InlineData("DELETE", "")]
    public async Task An_id_that_is_none_and_one_that_is_unknown_are_told_apart(string method, string what)
    {
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_batch_id",
            await api.SendAsync(new HttpMethod(method), $"{Batches}/latest{what}")
        );
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "prediction_batch_not_found",
            await api.SendAsync(new HttpMethod(method), $"{Batches}/999999{what}")
        );
    }

    private async Task<int> StopeAsync(string mine) => await site.AddStopeAsync(await site.AddMineAsync(mine), "S1");

    private Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(string body) =>
        api.SendAsync(HttpMethod.Post, Batches, body);
}
