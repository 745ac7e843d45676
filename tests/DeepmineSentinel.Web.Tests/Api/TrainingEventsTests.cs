using System.Globalization;
using System.Net;
using System.Text.Json;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Api;

public sealed class TrainingEventsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_epoch_arrives_once_in_order_and_the_last_event_is_the_final_state()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);
        string id = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 6, "patience": 100}""");

        using EventStreamReader stream = await EventStreamReader.OpenAsync(api.Http, id);
        List<(string Name, JsonElement Data)> events = await stream.ToEndAsync();

        Assert.Equal([1, 2, 3, 4, 5, 6], Epochs(events));
        Assert.Equal("6", stream.LastId);
        (string last, JsonElement end) = events[^1];
        Assert.Equal("end", last);
        Assert.Equal("completed", end.GetProperty("status").GetString());
        Assert.Equal(id, end.GetProperty("result").GetProperty("run_id").GetString());
        Assert.Single(events, one => one.Name == "end");
    }

    [Fact]
    public async Task A_listener_that_comes_back_gets_what_it_missed_and_no_epoch_twice()
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);
        string id = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 12, "patience": 100}""");
        List<(string Name, JsonElement Data)> before = [];
        string? known;
        using (EventStreamReader lost = await EventStreamReader.OpenAsync(api.Http, id))
        {
            while (!before.Any(one => one.Name == "epochs") && await lost.NextAsync() is { } next)
            {
                before.Add(next);
            }

            known = lost.LastId;
        }

        using EventStreamReader back = await EventStreamReader.OpenAsync(api.Http, id, known);
        List<(string Name, JsonElement Data)> after = await back.ToEndAsync();

        Assert.Equal(Epochs(before).Count, int.Parse(known!, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, 12), Epochs(before).Concat(Epochs(after)));
        Assert.Equal("end", after[^1].Name);
    }

    [Theory]
    [InlineData("3", 0)]
    [InlineData("0", 3)]
    [InlineData("nonsense", 3)]
    [InlineData("-1", 3)]
    [InlineData("99", 3)]
    public async Task A_run_that_is_over_is_told_whole_and_ends(string known, int epochs)
    {
        await using TestSite site = await MineAsync();
        using ApiClient api = ApiClient.Of(site);
        string id = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 3, "patience": 100}""");
        await api.EndedAsync(id);

        using EventStreamReader stream = await EventStreamReader.OpenAsync(api.Http, id, known);
        List<(string Name, JsonElement Data)> events = await stream.ToEndAsync();

        Assert.Equal(epochs, Epochs(events).Count);
        Assert.Equal("end", events[^1].Name);
    }

    [Fact]
    public async Task A_silent_run_is_kept_alive_and_its_cancellation_ends_the_stream()
    {
        await using TestSite site = await MineAsync(("Training:Heartbeat", "00:00:00.3"));
        using ApiClient api = ApiClient.Of(site);
        string running = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 5000, "patience": 5000}""");
        string waiting = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 1}""");

        using EventStreamReader stream = await EventStreamReader.OpenAsync(api.Http, waiting);
        Task<List<(string Name, JsonElement Data)>> events = stream.ToEndAsync();
        await Eventually.TrueAsync(() => stream.Beats >= 2);
        await api.SendAsync(HttpMethod.Delete, $"{ApiClient.Runs}/{waiting}");

        Assert.Equal("cancelled", (await events)[^1].Data.GetProperty("status").GetString());
        await api.SendAsync(HttpMethod.Delete, $"{ApiClient.Runs}/{running}");
    }

    [Fact]
    public async Task Listeners_that_never_read_or_vanish_do_not_hold_up_the_training()
    {
        await using TestSite site = await MineAsync(("Training:MostListeners", "3"));
        using ApiClient api = ApiClient.Of(site);
        string id = await api.QueuedAsync($$"""{{{NarrowNetwork.Json}}, "epochs": 8, "patience": 100}""");
        List<EventStreamReader> idle = [];
        for (int i = 0; i < 3; i++)
        {
            idle.Add(await EventStreamReader.OpenAsync(api.Http, id));
        }

        (HttpResponseMessage, JsonElement) refused = await api.SendAsync(
            HttpMethod.Get,
            $"{ApiClient.Runs}/{id}/events"
        );
        idle[0].Dispose();
        JsonElement run = await api.EndedAsync(id);

        ProblemAssert.Is(HttpStatusCode.ServiceUnavailable, "too_many_listeners", refused);
        Assert.Equal("completed", run.GetProperty("status").GetString());
        idle.ForEach(stream => stream.Dispose());
    }

    private static List<int> Epochs(IEnumerable<(string Name, JsonElement Data)> events) =>
        [
            .. events
                .Where(one => one.Name == "epochs")
                .SelectMany(one => one.Data.EnumerateArray())
                .Select(point => point.GetProperty("epoch").GetInt32()),
        ];

    private static async Task<TestSite> MineAsync(params (string Name, string Value)[] settings)
    {
        TestSite site = new(settings);
        await site.Get<DemoMineSeeder>().SeedAsync(Token);
        return site;
    }
}
