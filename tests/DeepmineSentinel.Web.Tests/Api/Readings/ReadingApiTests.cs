using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Api.Readings;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Web.Tests.Api.Readings;

public sealed class ReadingApiTests(PageSite site) : IClassFixture<PageSite>, IDisposable
{
    private const string Good = """{"timestamp": "2026-01-31T18:00:00Z", "stressMegapascals": 20}""";
    private readonly ApiClient api = new(site.CreateClient());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => api.Dispose();

    [Fact]
    public async Task Good_readings_are_stored_and_the_others_told_one_by_one()
    {
        int stope = await StopeAsync("Mixed");
        long before = site.Services.GetRequiredService<DataChanges>().Version;
        (HttpResponseMessage response, JsonElement body) = await PostAsync(
            stope,
            $$"""
            {"readings": [
              {{Good}},
              {"timestamp": "2026-01-31T15:30:00.25-03:00", "vibrationVelocityMmPerSecond": 1.5, "deformationRateMmPerDay": -2,
               "temperatureCelsius": 30, "humidityPercent": null},
              {{Good}},
              {"timestamp": "2026-01-31T19:00:00Z", "stressMegapascals": 99999, "humidityPercent": "wet"}
            ]}
            """
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((4, 2, 1, 1), Counts(body));
        JsonElement[] results = [.. body.GetProperty("results").EnumerateArray()];
        Assert.Equal([2, 3], results.Select(one => one.GetProperty("index").GetInt32()));
        Assert.Equal("duplicate", results[0].GetProperty("result").GetString());
        Assert.Equal("refused", results[1].GetProperty("result").GetString());
        Assert.Equal(
            ["stressMegapascals", "humidityPercent"],
            results[1].GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("column").GetString()!)
        );
        List<Reading> stored = await StoredAsync(stope);
        Assert.Equal(
            [new DateTime(2026, 1, 31, 18, 0, 0, DateTimeKind.Utc), At(18, 30)],
            stored.Select(r => r.Timestamp)
        );
        Assert.Equal((1.5, -2, null, 30, null), Channels(stored[1]));
        Assert.Null(stored[1].ImportBatchId);
        Assert.True(site.Services.GetRequiredService<DataChanges>().Version > before);
    }

    [Fact]
    public async Task The_same_batch_again_stores_nothing_and_every_result_can_be_asked_for()
    {
        int stope = await StopeAsync("Again");
        string batch = $$"""{"readings": [{{Good}}]}""";
        Assert.Equal((1, 1, 0, 0), Counts((await PostAsync(stope, batch)).Body));
        Assert.Equal((1, 0, 1, 0), Counts((await PostAsync(stope, batch)).Body));
        (_, JsonElement all) = await api.SendAsync(
            HttpMethod.Post,
            $"{Address(stope)}?results=all",
            """{"readings": [{"timestamp": "2026-02-01T00:00:00Z"}]}"""
        );
        Assert.Equal("accepted", all.GetProperty("results")[0].GetProperty("result").GetString());
    }

    [Theory]
    [InlineData("""{}""", "timestamp", "must be given")]
    [InlineData("""7""", "", "must be an object")]
    [InlineData("""[{"a": [1]}]""", "", "must be an object")]
    [InlineData("""{"timestamp": null}""", "timestamp", "with Z or an offset")]
    [InlineData("""{"timestamp": 1769882400}""", "timestamp", "with Z or an offset")]
    [InlineData("""{"timestamp": {"a": 1}}""", "timestamp", "with Z or an offset")]
    [InlineData("""{"timestamp": "2026-01-31T18:00:00"}""", "timestamp", "with Z or an offset")]
    [InlineData("""{"timestamp": "31/01/2026"}""", "timestamp", "with Z or an offset")]
    [InlineData("""{"timestamp": "<script>alert(1)</script>"}""", "timestamp", "with Z or an offset")]
    [InlineData("""{"timestamp": "2999-01-01T00:00:00Z"}""", "timestamp", "lies in the future")]
    [InlineData("""{"timestamp": "1899-01-01T00:00:00Z"}""", "timestamp", "lies before 1900")]
    [InlineData("""{"timestamp": "2026-01-31T18:00:00Z", "stress": 1}""", "stress", "is not known")]
    [InlineData(
        """{"timestamp": "2026-01-31T18:00:00Z", "stressMegapascal": 1}""",
        "stressMegapascal",
        "did you mean stressMegapascals?"
    )]
    [InlineData(
        """{"timestamp": "2026-01-31T18:00:00Z", "humidityPercent": 1, "humidityPercent": 2}""",
        "humidityPercent",
        "is given twice"
    )]
    [InlineData(
        """{"timestamp": "2026-01-31T18:00:00Z", "humidityPercent": 101}""",
        "humidityPercent",
        "at most 100 %"
    )]
    [InlineData(
        """{"timestamp": "2026-01-31T18:00:00Z", "humidityPercent": 1e999}""",
        "humidityPercent",
        "at most 100 %"
    )]
    [InlineData(
        """{"timestamp": "2026-01-31T18:00:00Z", "humidityPercent": "NaN"}""",
        "humidityPercent",
        "must be a number"
    )]
    [InlineData(
        """{"timestamp": "2026-01-31T18:00:00Z", "humidityPercent": {"a": [1, {"b": 2}]}}""",
        "humidityPercent",
        "must be a number"
    )]
    public async Task A_reading_that_cannot_be_stored_says_where_and_why_and_its_neighbours_are_stored(
        string reading,
        string column,
        string reason
    )
    {
        int stope = await StopeAsync($"Bad {Guid.NewGuid():N}");
        (_, JsonElement body) = await PostAsync(
            stope,
            $$"""{"readings": [{{reading}}, {"timestamp": "\u0032026-01-30T18:00:00+05:30"}]}"""
        );

        Assert.Equal((2, 1, 0, 1), Counts(body));
        JsonElement problem = body.GetProperty("results")[0].GetProperty("problems")[0];
        Assert.Equal(column, problem.GetProperty("column").GetString());
        Assert.Contains(reason, problem.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            new DateTime(2026, 1, 30, 12, 30, 0, DateTimeKind.Utc),
            Assert.Single(await StoredAsync(stope)).Timestamp
        );
    }

    [Theory]
    [InlineData("", "invalid_json")]
    [InlineData("[]", "not_an_object")]
    [InlineData("{}", "invalid_readings")]
    [InlineData("""{"readings": []}""", "invalid_readings")]
    [InlineData("""{"readings": {}}""", "invalid_readings")]
    [InlineData("""{"readigns": []}""", "invalid_readings")]
    [InlineData("""{"readings": [{"timestamp": "2026-01-31T18:00:00Z"}], "mine": "X"}""", "invalid_readings")]
    [InlineData("""{"readings": [{"timestamp": "2026-01-31T18:00:00Z"}""", "invalid_json")]
    [InlineData(
        """{"readings": [{"timestamp": "2026-01-31T18:00:00Z"}, {"stressMegapascals": NaN}]}""",
        "invalid_json"
    )]
    [InlineData("""{"readings": [{"timestamp": "2026-01-31T18:00:00Z"}]} []""", "invalid_json")]
    public async Task A_body_that_is_no_list_of_readings_stores_nothing(string body, string code)
    {
        int stope = await StopeAsync($"No list {Guid.NewGuid():N}");

        ProblemAssert.Is(HttpStatusCode.BadRequest, code, await PostAsync(stope, body));
        Assert.Empty(await StoredAsync(stope));
    }

    [Fact]
    public async Task Ten_thousand_readings_are_taken_at_once_and_one_more_is_not()
    {
        int stope = await StopeAsync("Many");
        ProblemAssert.Is(
            HttpStatusCode.RequestEntityTooLarge,
            "too_many_readings",
            await PostAsync(stope, Minutes(ReadingBatch.MostRows + 1))
        );
        Assert.Empty(await StoredAsync(stope));
        (_, JsonElement body) = await PostAsync(stope, Minutes(ReadingBatch.MostRows));
        Assert.Equal((10_000, 10_000, 0, 0), Counts(body));
        Assert.Equal(0, body.GetProperty("results").GetArrayLength());
        Assert.Equal(10_000, (await StoredAsync(stope)).Count);
    }

    [Fact]
    public async Task A_body_beyond_its_limit_is_refused_whether_its_length_is_said_or_not()
    {
        int stope = await StopeAsync("Long");
        string body = $$"""{"readings": [{{Good}}]}{{new string(' ', ReadingEndpoints.LongestBody)}}""";
        ProblemAssert.Is(HttpStatusCode.RequestEntityTooLarge, "body_too_large", await PostAsync(stope, body));
        using HttpRequestMessage unsaid = ApiClient.Request(HttpMethod.Post, Address(stope), body);
        unsaid.Headers.TransferEncodingChunked = true;
        ProblemAssert.Is(HttpStatusCode.RequestEntityTooLarge, "body_too_large", await api.SendAsync(unsaid));
        Assert.Empty(await StoredAsync(stope));
    }

    [Fact]
    public async Task A_range_is_read_back_with_its_extremes()
    {
        int stope = await StopeAsync("Range");
        await PostAsync(stope, Minutes(5_000));
        (_, JsonElement thin) = await api.SendAsync(HttpMethod.Get, $"{Address(stope)}?points=50");
        Assert.Equal(5_000, thin.GetProperty("readings").GetInt64());
        Assert.InRange(thin.GetProperty("times").GetArrayLength(), 10, 60);
        JsonElement stress = thin.GetProperty("channels")[2];
        Assert.Equal("stressMegapascals", stress.GetProperty("name").GetString());
        Assert.Equal(0, stress.GetProperty("min").EnumerateArray().Min(one => one.GetDouble()));
        Assert.Equal(96, stress.GetProperty("max").EnumerateArray().Max(one => one.GetDouble()));

        (_, JsonElement raw) = await api.SendAsync(
            HttpMethod.Get,
            $"{Address(stope)}?from=2026-01-01T00:10:00Z&to=2026-01-01T00:13:00Z"
        );
        Assert.Equal(0, raw.GetProperty("bucketSeconds").GetInt64());
        Assert.Equal(
            ["2026-01-01T00:10:00Z", "2026-01-01T00:11:00Z", "2026-01-01T00:12:00Z"],
            raw.GetProperty("times").EnumerateArray().Select(time => time.GetString()!)
        );
    }

    [Theory]
    [InlineData("from=2026-01-01T00:00:00", "from")]
    [InlineData("to=yesterday", "to")]
    [InlineData("points=49", "points")]
    [InlineData("points=5001", "points")]
    [InlineData("form=2026-01-01T00:00:00Z", "form")]
    public async Task A_range_that_cannot_be_read_names_its_field(string query, string field)
    {
        int stope = await StopeAsync($"Query {Guid.NewGuid():N}");
        (HttpResponseMessage, JsonElement Body) answer = await api.SendAsync(
            HttpMethod.Get,
            $"{Address(stope)}?{query}"
        );

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_query", answer);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Readings_of_no_stope_are_refused(string method)
    {
        string? body = method == "POST" ? $$"""{"readings": [{{Good}}]}""" : null;
        ProblemAssert.Is(
            HttpStatusCode.BadRequest,
            "invalid_stope_id",
            await api.SendAsync(new HttpMethod(method), "/api/v1/stopes/x/readings", body)
        );
        ProblemAssert.Is(
            HttpStatusCode.NotFound,
            "stope_not_found",
            await api.SendAsync(new HttpMethod(method), Address(999_999), body)
        );
    }

    [Fact]
    public async Task A_batch_takes_the_same_statements_whatever_its_size()
    {
        int stope = await StopeAsync("Statements");
        await PostAsync(stope, Minutes(10));
        site.Server.PreserveExecutionContext = true;
        using ApiClient counted = new(site.CreateClient());
        List<int> counts = [];
        foreach (int size in new[] { 20, 900 })
        {
            using StatementCounter counter = new();
            await counted.SendAsync(HttpMethod.Post, Address(stope), Minutes(size));
            counts.Add(counter.Count);
        }

        Assert.InRange(counts[0], 1, 6);
        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public void The_members_are_those_of_a_reading() =>
        Assert.Equal(
            JsonSerializer
                .SerializeToElement(new Reading { Timestamp = At(18, 0) }, WebJson.Options)
                .EnumerateObject()
                .Select(member => member.Name)
                .Except(["stopeId", "importBatchId"])
                .Order(StringComparer.Ordinal),
            ReadingMembers.Names.Order(StringComparer.Ordinal)
        );

    private async Task<int> StopeAsync(string mine) => await site.AddStopeAsync(await site.AddMineAsync(mine), "S1");

    private Task<(HttpResponseMessage Response, JsonElement Body)> PostAsync(int stope, string body) =>
        api.SendAsync(HttpMethod.Post, Address(stope), body);

    private async Task<List<Reading>> StoredAsync(int stope)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        return await database
            .Readings.AsNoTracking()
            .Where(row => row.StopeId == stope)
            .OrderBy(row => row.Timestamp)
            .ToListAsync(Token);
    }

    private static string Address(int stope) => $"/api/v1/stopes/{stope}/readings";

    private static DateTime At(int hour, int minute) =>
        new DateTime(2026, 1, 31, hour, minute, 0, DateTimeKind.Utc).AddMilliseconds(minute == 30 ? 250 : 0);

    private static string Minutes(int count)
    {
        DateTime start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        StringBuilder rows = new();
        for (int i = 0; i < count; i++)
        {
            rows.Append(i > 0 ? "," : "")
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"timestamp": "{{start.AddMinutes(i):yyyy-MM-dd'T'HH:mm:ss'Z'}}", "stressMegapascals": {{i % 97}}}"""
                );
        }

        return $$"""{"readings": [{{rows}}]}""";
    }

    private static (int, int, int, int) Counts(JsonElement body) =>
        (
            body.GetProperty("received").GetInt32(),
            body.GetProperty("accepted").GetInt32(),
            body.GetProperty("duplicates").GetInt32(),
            body.GetProperty("refused").GetInt32()
        );

    private static (double?, double?, double?, double?, double?) Channels(Reading reading) =>
        (
            reading.VibrationVelocityMmPerSecond,
            reading.DeformationRateMmPerDay,
            reading.StressMegapascals,
            reading.TemperatureCelsius,
            reading.HumidityPercent
        );
}
