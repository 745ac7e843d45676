using System.Net.Http.Json;
using System.Text.Json;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Web.Tests.Pages;

public sealed class SeriesAlertMarkTests(PageSite site) : IClassFixture<PageSite>
{
    private static readonly AlertCause Deformation = AlertCause.Readings("deformation_rate");
    private static readonly DateTime Start = PageData.Now.AddDays(-9);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_move_of_an_alerts_level_is_a_mark_with_its_level_and_a_link_to_the_alert()
    {
        int stope = await StopeAsync("Moves");
        Alert alert = Raised(stope, Start, AlertLevel.Abnormal);
        alert.Observe(Of(AlertLevel.VeryAbnormal, Start.AddDays(1)), ResponsePlan.Default, Start.AddDays(1));
        alert.Acknowledge("operator", "Seen.", Start.AddDays(2));
        alert.Close("The stope was archived.", Start.AddDays(3));
        await SaveAsync(alert);

        JsonElement[] marks = await MarksAsync($"/stopes/{stope}/series");

        Assert.Equal(
            [
                ("alert_raised", "abnormal"),
                ("alert_level_raised", "very_abnormal"),
                ("alert_resolved", "very_abnormal"),
            ],
            marks.Select(mark => (mark.GetProperty("kind").GetString(), mark.GetProperty("level").GetString()))
        );
        Assert.All(marks, mark => Assert.Equal($"/alerts/{alert.Id}", mark.GetProperty("link").GetString()));
        string text = marks[0].GetProperty("text").GetString()!;
        Assert.StartsWith("Abnormal, alert raised: Readings: deformation rate", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_other_stopes_and_other_times_are_left_out()
    {
        int stope = await StopeAsync("Mine");
        int other = await StopeAsync("Other");
        await SaveAsync(Raised(stope, Start, AlertLevel.Evacuate));
        await SaveAsync(Raised(other, Start.AddDays(4), AlertLevel.Evacuate));

        Assert.Single(await MarksAsync($"/stopes/{stope}/series"));
        string from = Uri.EscapeDataString(Start.AddDays(1).ToString("o"));
        Assert.Empty(await MarksAsync($"/stopes/{stope}/series?from={from}"));
    }

    [Fact]
    public async Task Readings_events_answers_outcomes_and_alerts_stand_on_one_axis()
    {
        int stope = await StopeAsync("All");
        await SaveAsync(Raised(stope, Start, AlertLevel.Abnormal));
        await SaveAsync(
            new OperationalEvent
            {
                StopeId = stope,
                Timestamp = Start.AddDays(1),
                Type = EventType.Blast,
            }
        );
        await SaveAsync(
            new Outcome
            {
                StopeId = stope,
                ObservedAt = Start.AddDays(2),
                Class = OutcomeClass.Stable,
            }
        );
        await site.PredictAsync(stope, 0.3, Start.AddDays(3));

        JsonElement[] marks = await MarksAsync($"/stopes/{stope}/series");
        Assert.Equal(
            ["alert_raised", "blast", "stable", "prediction"],
            marks.Select(mark => mark.GetProperty("kind").GetString())
        );
        Assert.Equal(JsonValueKind.Null, marks[1].GetProperty("link").ValueKind);
    }

    [Fact]
    public async Task The_series_take_the_same_statements_for_many_alerts_as_for_none()
    {
        int stope = await StopeAsync("Counted");
        site.Server.PreserveExecutionContext = true;
        int none = await CountAsync(stope);
        for (int day = 0; day < 5; day++)
        {
            Alert alert = Raised(stope, Start.AddDays(day), AlertLevel.Abnormal);
            alert.Close("Over.", Start.AddDays(day).AddHours(1));
            await SaveAsync(alert);
        }

        Assert.Equal(none, await CountAsync(stope));
        Assert.InRange(none, 1, 8);
    }

    private async Task<int> CountAsync(int stope)
    {
        using StatementCounter counter = new();
        await MarksAsync($"/stopes/{stope}/series");
        return counter.Count;
    }

    private static Alert Raised(int stope, DateTime at, AlertLevel level) =>
        new(stope, Of(level, at), ResponsePlan.Default, at);

    private static AlertEvidence Of(AlertLevel level, DateTime at) => new(Deformation, level, level, "2.5 mm/day.", at);

    private async Task<int> StopeAsync(string mine)
    {
        int stope = await site.AddStopeAsync(await site.AddMineAsync($"Alert marks {mine}"), "S1");
        await site.AddReadingsAsync(stope, new Reading { Timestamp = Start, StressMegapascals = 1 });
        return stope;
    }

    private async Task SaveAsync(object row)
    {
        await using SentinelDbContext database = await site.DatabaseAsync();
        database.Add(row);
        await database.SaveChangesAsync(Token);
    }

    private async Task<JsonElement[]> MarksAsync(string address)
    {
        JsonElement series = await site.CreateClient().GetFromJsonAsync<JsonElement>(address, Token);
        return [.. series.GetProperty("events").EnumerateArray()];
    }
}
