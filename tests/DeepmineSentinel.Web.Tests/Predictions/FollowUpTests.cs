using System.Text.Json;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Tests.Predictions;

/// <summary>Forecasts that were stored meet the outcomes observed since: on the model's page, in health, on the stope's page.</summary>
public sealed class FollowUpTests(TrainedMine mine)
{
    private const double Warned = 0.6;
    private const double Calm = 0.02;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stored_forecasts_meet_their_outcomes_on_page_and_in_health()
    {
        await using TestSite site = new(mine);
        (int failed, int stood, int stope) = await StoreAsync(site);
        double brier = ((failed * Square(1 - Warned)) + (stood * Square(Calm))) / (failed + stood);
        using HttpClient browser = site.CreateClient();

        JsonElement health = JsonDocument
            .Parse(await browser.GetStringAsync("/health/model", Token))
            .RootElement.GetProperty("followUp");
        Assert.Equal(mine.Production, health.GetProperty("runId").GetString());
        JsonElement scores = health.GetProperty("scores");
        Assert.Equal(failed + stood, scores.GetProperty("whole").GetProperty("scored").GetInt32());
        Assert.Equal(failed, scores.GetProperty("whole").GetProperty("failing").GetInt32());
        Assert.Equal(brier, scores.GetProperty("whole").GetProperty("brier").GetDouble(), 9);
        Assert.Equal(failed, scores.GetProperty("alarms").GetProperty("hits").GetInt32());
        Assert.Equal(1, scores.GetProperty("leftOut").GetInt32());

        IHtmlDocument page = await PageAsync(browser, $"/models/{mine.Production}");
        string record = page.GetElementById("followed")!.ParentElement!.TextContent;
        Assert.Contains($"{failed} of {failed + stood}", record, StringComparison.Ordinal);
        Assert.Contains("Month by month", record, StringComparison.Ordinal);

        IHtmlDocument stopePage = await PageAsync(browser, $"/stopes/{stope}");
        string said = stopePage.GetElementById("answers")!.ParentElement!.TextContent;
        Assert.Contains("60 %", said, StringComparison.Ordinal);
        Assert.Contains("Observed: failure", said, StringComparison.Ordinal);
    }

    // One forecast a stope: a warning three days before each failure, calm twenty days before the last visit of the others; and
    // one about the first failure that was computed after it, which must not count.
    private async Task<(int Failed, int Stood, int Stope)> StoreAsync(TestSite site)
    {
        await using SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContextAsync(Token);
        ILookup<int, Outcome> outcomes = (await context.Outcomes.ToListAsync(Token)).ToLookup(o => o.StopeId);
        List<(int Stope, DateTime Failure)> failures = [];
        int stood = 0;
        foreach (IGrouping<int, Outcome> stope in outcomes)
        {
            if (stope.Where(o => o.Class == OutcomeClass.Failure).MinBy(o => o.EffectiveAt) is { } failure)
            {
                failures.Add((stope.Key, failure.EffectiveAt));
                context.Predictions.Add(Row(stope.Key, failure.EffectiveAt.AddDays(-3), Warned));
            }
            else
            {
                stood++;
                context.Predictions.Add(Row(stope.Key, stope.Max(o => o.ObservedAt).AddDays(-20), Calm));
            }
        }

        (int first, DateTime at) = failures[0];
        context.Predictions.Add(Row(first, at.AddDays(-2), 1) with { ComputedAt = at.AddHours(1) });
        await context.SaveChangesAsync(Token);
        return (failures.Count, stood, first);
    }

    private StoredPrediction Row(int stope, DateTime asOf, double probability) =>
        new()
        {
            StopeId = stope,
            RunId = mine.Production,
            Mode = PredictionMode.Network,
            Level = RiskThresholds.Default.LevelOf(probability),
            Class = StabilityClass.Unknown,
            SevenDayProbability = probability,
            AsOf = asOf,
            ComputedAt = asOf.AddMinutes(10),
            InputHash = new string('0', 64),
            IsLatest = false,
            Document = "{}",
        };

    private static async Task<IHtmlDocument> PageAsync(HttpClient browser, string address)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        using HttpResponseMessage response = await browser.SendAsync(request, Token);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await PageSite.ReadAsync(response);
    }

    private static double Square(double value) => value * value;
}
