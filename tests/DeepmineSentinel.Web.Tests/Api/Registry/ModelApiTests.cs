using System.Net;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api.Registry;

public sealed class ModelApiTests(TrainedMine mine)
{
    private const string Models = "/api/v1/models";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Versions_are_listed_looked_at_promoted_with_a_reason_and_rolled_back()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        (HttpResponseMessage listed, JsonElement list) = await api.SendAsync(HttpMethod.Get, $"{Models}?pageSize=1");
        Assert.Equal(2, list.GetProperty("total").GetInt32());
        Assert.Contains("rel=\"next\"", listed.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        (_, JsonElement production) = await api.SendAsync(HttpMethod.Get, $"{Models}?state=production&purpose=stope");
        Assert.Equal(mine.Production, production.GetProperty("items")[0].GetProperty("runId").GetString());
        (_, JsonElement one) = await api.SendAsync(HttpMethod.Get, $"{Models}/{mine.Previous}");
        Assert.Equal("previous", one.GetProperty("state").GetString());

        (_, JsonElement moved) = await api.SendAsync(
            HttpMethod.Post,
            $"{Models}/{mine.Previous}/promote",
            """{"reason": "Earlier warnings <b>"}"""
        );
        Assert.True(moved.GetProperty("moved").GetBoolean());
        Assert.Equal("production", moved.GetProperty("model").GetProperty("state").GetString());
        PointerMove move = (await site.Get<ModelPointers>().HistoryAsync(null, Token))[0];
        Assert.Equal((mine.Previous, "operator", "Earlier warnings <b>"), (move.RunId, move.By, move.Reason));

        (_, JsonElement again) = await api.SendAsync(
            HttpMethod.Post,
            $"{Models}/{mine.Previous}/promote",
            """{"reason": "Twice."}"""
        );
        Assert.False(again.GetProperty("moved").GetBoolean());
        (_, JsonElement back) = await api.SendAsync(HttpMethod.Post, $"{Models}/rollback", """{"purpose": "stope"}""");
        Assert.Equal(mine.Production, back.GetProperty("model").GetProperty("runId").GetString());
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId);
    }

    [Fact]
    public async Task A_promotion_that_the_gate_refuses_says_all_its_reasons_and_moves_nothing()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        (HttpResponseMessage, JsonElement Body) refused = await api.SendAsync(
            HttpMethod.Post,
            $"{Models}/{mine.Previous}/promote"
        );

        ProblemAssert.Is(HttpStatusCode.Conflict, "gate_missed", refused);
        JsonElement gate = refused.Body.GetProperty("gate");
        Assert.False(gate.GetProperty("passed").GetBoolean());
        Assert.NotEmpty(gate.GetProperty("reasons").EnumerateArray());
        Assert.Equal(mine.Production, (await site.Get<ModelRegistry>().ProductionAsync(Token))?.RunId);
    }

    [Fact]
    public async Task What_cannot_be_moved_or_asked_is_refused()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        string promote = $"{Models}/{mine.Previous}/promote";
        string tooLong = new('x', PointerMove.ReasonLength + 1);
        await RefusedAsync(promote, $$"""{"reason": "{{tooLong}}"}""", "invalid_move");
        await RefusedAsync(promote, """{"reason": " "}""", "invalid_reason");
        await RefusedAsync(promote, """{"raeson": "x"}""", "invalid_move");
        await RefusedAsync($"{Models}/rollback", """{"purpose": "else"}""", "invalid_move");
        await RefusedAsync($"{Models}/latest/promote", "{}", "invalid_run_id");
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "model_not_found",
            await api.SendAsync(HttpMethod.Post, $"{Models}/20200131_235959_0a1b2c3d/promote", "{}")
        );
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "model_not_found",
            await api.SendAsync(HttpMethod.Get, $"{Models}/20200131_235959_0a1b2c3d")
        );
        ProblemAssert.Is(
            HttpStatusCode.Conflict,
            "no_previous_model",
            await api.SendAsync(HttpMethod.Post, $"{Models}/rollback", """{"purpose": "case_history"}""")
        );
        foreach (string query in new[] { "state=best", "purpose=luck", "page=0", "stat=production" })
        {
            ProblemAssert.Is(
                HttpStatusCode.BadRequest,
                "invalid_query",
                await api.SendAsync(HttpMethod.Get, $"{Models}?{query}")
            );
        }

        async Task RefusedAsync(string address, string body, string code) =>
            ProblemAssert.Is(HttpStatusCode.BadRequest, code, await api.SendAsync(HttpMethod.Post, address, body));
    }

    [Fact]
    public async Task A_networks_prediction_is_stored_and_read_whole()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);
        int stope = (await site.Get<StopeHistoryReader>().ActiveAsync(Token))[0];
        string address = $"/api/v1/stopes/{stope}/prediction";
        (_, JsonElement made) = await api.SendAsync(HttpMethod.Post, address);
        Assert.Equal(mine.Production, made.GetProperty("prediction").GetProperty("runId").GetString());
        Assert.Equal(5, made.GetProperty("prediction").GetProperty("forecast").GetArrayLength());
        Assert.Equal(made.GetRawText(), (await api.SendAsync(HttpMethod.Get, address)).Body.GetRawText());
    }
}
