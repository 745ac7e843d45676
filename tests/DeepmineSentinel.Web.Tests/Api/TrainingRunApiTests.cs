using System.Net;
using System.Text.Json;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api;

public sealed class TrainingRunApiTests(TrainedMine mine)
{
    private const string Endless = $$"""{{{NarrowNetwork.Json}}, "epochs": 5000, "patience": 5000}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queued_run_is_accepted_with_its_address_and_ends_with_a_result()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage accepted, JsonElement queued) = await api.QueueAsync(
            $$"""{{{NarrowNetwork.Json}}, "epochs": 1, "seed": 7, "notes": "by script", "promote": "never"}"""
        );
        string id = queued.GetProperty("id").GetString()!;
        JsonElement run = await api.EndedAsync(id);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal($"/api/v1/training-runs/{id}", accepted.Headers.Location!.OriginalString);
        Assert.Equal("queued", queued.GetProperty("status").GetString());
        Assert.Equal("waiting", queued.GetProperty("stage").GetString());
        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal("done", run.GetProperty("stage").GetString());
        Assert.Equal(7, run.GetProperty("options").GetProperty("seed").GetInt32());
        Assert.Equal(1, run.GetProperty("progress").GetProperty("epochsDone").GetInt32());
        Assert.False(run.GetProperty("resumable").GetBoolean());
        Assert.Equal(id, run.GetProperty("result").GetProperty("run_id").GetString());
        TrainingResultShape.Check(run.GetProperty("result"));
        foreach (string link in new[] { "self", "info", "report", "model" })
        {
            string address = run.GetProperty("links").GetProperty(link).GetString()!;
            Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Get, address)).Response.StatusCode);
        }
    }

    [Fact]
    public async Task Every_field_that_cannot_be_used_is_named_at_once_and_nothing_is_queued()
    {
        await using TestSite site = new();
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage, JsonElement Body) answer = await api.QueueAsync(
            """
            {"epochs": 0, "batchSize": "many", "learnRate": 0.1, "network": "gigantic", "mine": "Nowhere",
             "ensemble": 1.5, "savePlots": "yes", "seed": 1, "seed": 2, "staticPath": "/etc/passwd", "validationSplit": 0.9}
            """
        );

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_training_options", answer);
        JsonElement errors = answer.Body.GetProperty("errors");
        Assert.Equal(
            [
                "batchSize",
                "ensemble",
                "epochs",
                "learnRate",
                "mine",
                "network",
                "savePlots",
                "seed",
                "staticPath",
                "validationSplit",
            ],
            errors.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal)
        );
        Assert.Contains("learningRate", errors.GetProperty("learnRate")[0].GetString()!, StringComparison.Ordinal);
        Assert.Contains("10000", errors.GetProperty("epochs")[0].GetString()!, StringComparison.Ordinal);
        Assert.Equal(0, (await api.SendAsync(HttpMethod.Get, ApiClient.Runs)).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_mine_that_was_misspelt_is_refused_at_once_with_the_nearest_name()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage, JsonElement Body) answer = await api.QueueAsync("""{"mine": "Demo mime"}""");

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_training_options", answer);
        Assert.Contains(
            "did you mean Demo mine?",
            answer.Body.GetProperty("errors").GetProperty("mine")[0].GetString()!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_run_starts_from_another_with_its_network_and_names_it_as_parent()
    {
        await using TestSite site = new(mine);
        using ApiClient api = ApiClient.Of(site);

        string id = await api.QueuedAsync(
            $$"""{"from": "{{mine.Production}}", "epochs": 1, "topCheckpoints": 2, "promote": "never"}"""
        );
        JsonElement run = await api.EndedAsync(id);

        Assert.Equal("completed", run.GetProperty("status").GetString());
        Assert.Equal("compact", run.GetProperty("network").GetString());
        Assert.Equal(2, run.GetProperty("options").GetProperty("topCheckpoints").GetInt32());
        Assert.Equal(mine.Production, run.GetProperty("result").GetProperty("parent_run_id").GetString());
        Assert.Equal(
            run.GetProperty("title").GetString(),
            (await api.SendAsync(HttpMethod.Get, $"/api/v1/artifacts/{id}/info")).Body.GetProperty("title").GetString()
        );
    }

    [Theory]
    [InlineData("20260131_235959_0a1b2c3d")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\u0000b")]
    public async Task A_run_that_cannot_be_started_from_is_refused_at_its_field(string from)
    {
        await using TestSite site = new();
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage, JsonElement Body) answer = await api.QueueAsync($$"""{"from": "{{from}}"}""");

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_training_options", answer);
        Assert.Equal("from", Assert.Single(answer.Body.GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal(0, (await api.SendAsync(HttpMethod.Get, ApiClient.Runs)).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Layers_are_given_as_lists_and_checked_before_the_run_is_queued()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage, JsonElement Body) refused = await api.QueueAsync(
            """{"staticLayers": "64,32", "fusionLayers": [0], "recurrentLayers": [64.5], "dropout": 0.95}"""
        );
        (_, JsonElement queued) = await api.QueueAsync(
            """{"network": "compact", "staticLayers": [24, 12], "recurrentLayers": [8], "dropout": 0.1, "epochs": 1}"""
        );
        JsonElement run = await api.EndedAsync(queued.GetProperty("id").GetString()!);

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_training_options", refused);
        Assert.Equal(
            ["dropout", "fusionLayers", "recurrentLayers", "staticLayers"],
            refused
                .Body.GetProperty("errors")
                .EnumerateObject()
                .Select(field => field.Name)
                .Order(StringComparer.Ordinal)
        );
        JsonElement config = run.GetProperty("result").GetProperty("best_config");
        Assert.Equal(
            "[24,12]",
            config.GetProperty("static_layers").GetRawText().Replace(" ", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_queued_run_is_cancelled_at_once_and_a_running_one_at_its_next_batch()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);
        string running = await api.QueuedAsync(Endless);
        await api.TrainsAsync(running);
        string waiting = await api.QueuedAsync(Endless);

        (HttpResponseMessage first, JsonElement cancelled) = await api.SendAsync(
            HttpMethod.Delete,
            $"{ApiClient.Runs}/{waiting}"
        );
        (HttpResponseMessage second, _) = await api.SendAsync(HttpMethod.Delete, $"{ApiClient.Runs}/{running}");

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal("cancelled", cancelled.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal("cancelled", (await api.EndedAsync(running)).GetProperty("status").GetString());
        ProblemAssert.Is(
            HttpStatusCode.Conflict,
            "run_over",
            await api.SendAsync(HttpMethod.Delete, $"{ApiClient.Runs}/{waiting}")
        );
    }

    [Fact]
    public async Task A_cancelled_run_goes_on_where_it_was_and_ends_with_a_result()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);
        string id = await api.QueuedAsync(
            $$"""{{{NarrowNetwork.Json}}, "epochs": 12, "patience": 50, "checkpointEvery": 1}"""
        );
        await api.TrainsAsync(id);
        await api.SendAsync(HttpMethod.Delete, $"{ApiClient.Runs}/{id}");
        JsonElement stopped = await api.EndedAsync(id);
        Assert.SkipUnless(
            stopped.GetProperty("status").GetString() == "cancelled",
            "It was done before it could be cancelled."
        );

        (HttpResponseMessage accepted, _) = await api.SendAsync(HttpMethod.Post, $"{ApiClient.Runs}/{id}/resume");
        JsonElement done = await api.EndedAsync(id);

        Assert.True(stopped.GetProperty("resumable").GetBoolean());
        Assert.Equal(
            $"/api/v1/training-runs/{id}/resume",
            stopped.GetProperty("links").GetProperty("resume").GetString()
        );
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal(12, done.GetProperty("result").GetProperty("members")[0].GetProperty("epochs").GetInt32());
        ProblemAssert.Is(
            HttpStatusCode.Conflict,
            "run_finished",
            await api.SendAsync(HttpMethod.Post, $"{ApiClient.Runs}/{id}/resume", "{}")
        );
    }

    [Fact]
    public async Task The_list_is_paged_newest_first_and_by_status()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);
        string running = await api.QueuedAsync(Endless);
        await api.TrainsAsync(running);
        List<string> waiting = [];
        for (int i = 0; i < 3; i++)
        {
            waiting.Add(await api.QueuedAsync(Endless));
        }

        JsonElement second = (await api.SendAsync(HttpMethod.Get, $"{ApiClient.Runs}?page=2&pageSize=2")).Body;
        JsonElement queued = (await api.SendAsync(HttpMethod.Get, $"{ApiClient.Runs}?status=queued")).Body;

        Assert.Equal(4, second.GetProperty("total").GetInt32());
        Assert.Equal([waiting[0], running], Ids(second));
        Assert.Equal([waiting[2], waiting[1], waiting[0]], Ids(queued));
    }

    [Fact]
    public async Task More_runs_than_may_wait_are_refused()
    {
        await using TestSite site = await MineAsync(("Training:QueueLimit", "1"));
        using ApiClient api = ApiClient.Of(site);
        string running = await api.QueuedAsync(Endless);
        await api.TrainsAsync(running);
        await api.QueuedAsync(Endless);

        ProblemAssert.Is(HttpStatusCode.Conflict, "queue_full", await api.QueueAsync(Endless));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=first", "page")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("status=sleeping", "status")]
    public async Task A_query_that_cannot_be_used_is_told_by_its_field(string query, string field)
    {
        await using TestSite site = new();
        using ApiClient api = ApiClient.Of(site);

        (HttpResponseMessage, JsonElement Body) answer = await api.SendAsync(
            HttpMethod.Get,
            $"{ApiClient.Runs}?{query}"
        );

        ProblemAssert.Is(HttpStatusCode.BadRequest, "invalid_query", answer);
        Assert.Equal(field, Assert.Single(answer.Body.GetProperty("errors").EnumerateObject()).Name);
    }

    private static string[] Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(run => run.GetProperty("id").GetString()!)];

    private static async Task<TestSite> MineAsync(params (string Name, string Value)[] settings)
    {
        TestSite site = new(settings);
        await site.Get<DemoMineSeeder>().SeedAsync(Token);
        return site;
    }
}
