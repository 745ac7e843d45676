using System.Globalization;
using System.Net;
using System.Text.Json;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Api.Predictions;

/// <summary>Predictions of a site without a model: the physics rule answers, and never calmly.</summary>
public sealed class PredictionApiTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private readonly ApiClient api = new(site.CreateClient());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task A_prediction_is_asked_for_read_and_answered_to()
    {
        int stope = await StopeAsync("Asked");
        ProblemAssert.Is(HttpStatusCode.NotFound, "prediction_not_found", await GetAsync(stope));

        (HttpResponseMessage asked, JsonElement made) = await PostAsync(stope, null);
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        Assert.Equal(Address(stope), asked.Headers.Location!.ToString());
        Assert.Equal("unknown", made.GetProperty("prediction").GetProperty("level").GetString());
        (_, JsonElement read) = await GetAsync(stope);
        Assert.Equal(made.GetRawText(), read.GetRawText());

        (HttpResponseMessage said, JsonElement kept) = await api.SendAsync(
            HttpMethod.Post,
            made.GetProperty("links").GetProperty("feedback").GetString()!,
            """{"agrees": false, "believedClass": "unstable", "comment": "<b>Cracks</b> in the back."}"""
        );
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        Assert.Equal(stope, kept.GetProperty("stopeId").GetInt32());
        await using SentinelDbContext database = await site.DatabaseAsync();
        int id = made.GetProperty("id").GetInt32();
        Assert.Equal(
            "<b>Cracks</b> in the back.",
            (await database.Feedback.SingleAsync(row => row.PredictionId == id, Token)).Comment
        );
    }

    [Fact]
    public async Task A_calm_answer_on_old_readings_is_stale_and_reading_it_writes_nothing()
    {
        int stope = await StopeAsync("Old answer");
        await site.PredictAsync(stope, 0.002, PageData.Now.AddDays(-30));
        int before = await CountAsync();

        (_, JsonElement read) = await GetAsync(stope);

        Assert.Equal("stale", read.GetProperty("prediction").GetProperty("level").GetString());
        Assert.True(read.GetProperty("prediction").GetProperty("stale").GetBoolean());
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("{}", "agrees")]
    [InlineData("""{"agrees": "no"}""", "agrees")]
    [InlineData("""{"agrees": true, "believedClass": "fine"}""", "believedClass")]
    [InlineData("""{"agrees": true, "comment": 7}""", "comment")]
    [InlineData("""{"agrees": true, "coment": "x"}""", "coment")]
    public async Task Feedback_that_cannot_be_kept_names_its_member(string body, string member)
    {
        int stope = await StopeAsync($"Feedback {Guid.NewGuid():N}");
        int id = await site.PredictAsync(stope, 0.1);
        (HttpResponseMessage, JsonElement Body) answer = await api.SendAsync(HttpMethod.Post, Feedback(id), body);

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_feedback", answer);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(member, out _));
    }

    [Fact]
    public async Task A_comment_that_is_too_long_and_a_prediction_that_is_none_are_refused()
    {
        int id = await site.PredictAsync(await StopeAsync("Long comment"), 0.1);
        string comment = new('x', 2_001);
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_feedback",
            await api.SendAsync(HttpMethod.Post, Feedback(id), $$"""{"agrees": true, "comment": "{{comment}}"}""")
        );
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "prediction_not_found",
            await api.SendAsync(HttpMethod.Post, Feedback(999_999), """{"agrees": true}""")
        );
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_prediction_id",
            await api.SendAsync(HttpMethod.Post, "/api/v1/predictions/latest/feedback", """{"agrees": true}""")
        );
    }

    [Fact]
    public async Task Predictions_of_no_stope_and_requests_that_say_too_much_are_refused()
    {
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            ProblemAssert.Is(
                HttpStatusCode.BadRequest,
                "invalid_stope_id",
                await api.SendAsync(method, "/api/v1/stopes/x/prediction")
            );
            ProblemAssert.Is(HttpStatusCode.NotFound, "stope_not_found", await api.SendAsync(method, Address(999_999)));
        }

        int stope = await StopeAsync("Too much");
        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_body", await PostAsync(stope, """{"asOf": "now"}"""));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(stope, "{}")).Response.StatusCode);
    }

    private async Task<int> StopeAsync(string mine) => await site.AddStopeAsync(await site.AddMineAsync(mine), "S1");

    private Task<(HttpResponseMessage Response, JsonElement Body)> GetAsync(int stope) =>
        api.SendAsync(HttpMethod.Get, Address(stope));

    private Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(int stope, string? body) =>
        api.SendAsync(HttpMethod.Post, Address(stope), body);

    private async Task<int> CountAsync()
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Predictions.CountAsync(Token);
    }

    private static string Address(int stope) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/stopes/{stope}/prediction");

    private static string Feedback(int prediction) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/predictions/{prediction}/feedback");
}
