using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Tests.Api;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Training;

public sealed class InterruptedRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_a_shutdown_stops_is_interrupted_and_offered_by_the_next_start_where_it_goes_on()
    {
        using CommandFolder folder = new();
        string id;
        await using (TestSite first = SiteIn(folder))
        {
            await first.Get<DemoMineSeeder>().SeedAsync(Token);
            using ApiClient api = ApiClient.Of(first);
            id = await api.QueuedAsync(
                $$"""{{{NarrowNetwork.Json}}, "epochs": 5000, "patience": 5000, "mine": "Demo mine"}"""
            );
            await api.TrainsAsync(id);
        }

        await using TestSite second = SiteIn(folder);
        using ApiClient client = ApiClient.Of(second);
        JsonElement stopped = await client.RunAsync(id);
        using HttpResponseMessage list = await client.Http.GetAsync("/training", Token);
        IHtmlDocument page = await PageSite.ReadAsync(list);
        int done = DoneOf(stopped);
        await client.SendAsync(HttpMethod.Post, $"{ApiClient.Runs}/{id}/resume");
        await Eventually.TrueAsync(async () => DoneOf(await client.RunAsync(id)) > done);
        await client.SendAsync(HttpMethod.Delete, $"{ApiClient.Runs}/{id}");
        await client.EndedAsync(id);

        Assert.Equal("interrupted", stopped.GetProperty("status").GetString());
        Assert.True(stopped.GetProperty("resumable").GetBoolean());
        Assert.Contains(page.Forms, form => form.GetAttribute("action") == $"/training/{id}/resume");
        Assert.Contains(
            stopped.GetProperty("title").GetString()!,
            page.QuerySelector("table.grid tbody tr")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "compact \u00b7 stope \u00b7 Demo mine \u00b7 2",
            stopped.GetProperty("title").GetString(),
            StringComparison.Ordinal
        );
        int[] epochs =
        [
            .. (await second.Get<TrainingCurve>().ReadAsync(RunId.Parse(id), Token)).Select(point => point.Epoch),
        ];
        Assert.Equal(Enumerable.Range(1, epochs.Length), epochs);
    }

    private static TestSite SiteIn(CommandFolder folder) => new(("Site:Root", folder.Path));

    private static int DoneOf(JsonElement run) => run.GetProperty("progress").GetProperty("epochsDone").GetInt32();
}
