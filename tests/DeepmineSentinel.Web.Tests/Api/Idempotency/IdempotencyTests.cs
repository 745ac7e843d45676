using System.Net;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Answers;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Tests.Api.Stopes;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Api.Idempotency;

public sealed class IdempotencyTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private const string Event = """{"timestamp": "2026-01-31T18:00:00Z", "type": "blast", "chargeKilograms": 120}""";
    private readonly ApiClient api = new(site.CreateClient());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task The_same_request_again_is_answered_as_before_and_not_carried_out_again()
    {
        Mine mine = await site.AddMineAsync("Once");
        string body = StopeBodies.Good(mine, "S1").ToJsonString();
        (HttpResponseMessage first, JsonElement made) = await SendAsync(StopeBodies.Address, "once", body);
        (HttpResponseMessage second, JsonElement again) = await SendAsync(StopeBodies.Address, "once", body);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(made.GetRawText(), again.GetRawText());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.False(first.Headers.Contains(KeptResult.Header));
        Assert.Equal("true", second.Headers.GetValues(KeptResult.Header).Single());
        await using SentinelDbContext database = await site.DatabaseAsync();
        Assert.Equal(1, await database.Stopes.CountAsync(stope => stope.MineId == mine.Id, Token));
    }

    [Fact]
    public async Task A_key_belongs_to_one_body_and_one_address()
    {
        int one = await StopeAsync("One body");
        int other = await StopeAsync("One address");
        await SendAsync(Events(one), "key", Event);

        ProblemAssert.Is(
            HttpStatusCode.UnprocessableEntity,
            "idempotency_key_reused",
            await SendAsync(Events(one), "key", Event.Replace("120", "121", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(Events(other), "key", Event)).Response.StatusCode);
        Assert.Equal(1, await CountAsync(one));
        Assert.Equal(1, await CountAsync(other));
    }

    [Fact]
    public async Task A_request_that_was_refused_may_be_mended_under_its_key()
    {
        int stope = await StopeAsync("Mended");
        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_event", await SendAsync(Events(stope), "mend", "{}"));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(Events(stope), "mend", Event)).Response.StatusCode);
    }

    [Fact]
    public async Task Many_at_once_under_one_key_are_carried_out_once()
    {
        int stope = await StopeAsync("At once");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SendAsync(Events(stope), "race", Event)));

        Assert.Contains(answers, answer => answer.Response.StatusCode == HttpStatusCode.Created);
        Assert.All(
            answers.Where(answer => answer.Response.StatusCode != HttpStatusCode.Created),
            answer => ProblemAssert.Is(HttpStatusCode.Conflict, "idempotency_key_in_use", answer)
        );
        Assert.Equal(1, await CountAsync(stope));
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        int stope = await StopeAsync("A day");
        await SendAsync(Events(stope), "day", Event);
        await using (SentinelDbContext database = await site.DatabaseAsync())
        {
            DateTime longAgo = PageData.Now - KeptAnswers.Kept - TimeSpan.FromMinutes(1);
            await database.KeptAnswers.ExecuteUpdateAsync(
                change => change.SetProperty(answer => answer.At, longAgo),
                Token
            );
        }

        ProblemAssert.Is(HttpStatusCode.Conflict, "event_known", await SendAsync(Events(stope), "day", Event));
        await SendAsync(Events(stope), "other", Event.Replace("18:00", "17:00", StringComparison.Ordinal));
        await using SentinelDbContext after = await site.DatabaseAsync();
        Assert.Equal(1, await after.KeptAnswers.CountAsync(Token));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("\u00e9")]
    [InlineData(
        "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
    )]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        int stope = await StopeAsync($"Keys {Guid.NewGuid():N}");

        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_idempotency_key",
            await SendAsync(Events(stope), key, Event)
        );
        Assert.Equal(0, await CountAsync(stope));
    }

    private async Task<int> StopeAsync(string mine) => await site.AddStopeAsync(await site.AddMineAsync(mine), "S1");

    private async Task<(HttpResponseMessage Response, JsonElement Body)> SendAsync(
        string address,
        string key,
        string body
    )
    {
        using HttpRequestMessage request = ApiClient.Request(HttpMethod.Post, address, body);
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key);
        return await api.SendAsync(request);
    }

    private async Task<int> CountAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database.Events.CountAsync(happening => happening.StopeId == stope, Token);
    }

    private static string Events(int stope) => $"/api/v1/stopes/{stope}/events";
}
