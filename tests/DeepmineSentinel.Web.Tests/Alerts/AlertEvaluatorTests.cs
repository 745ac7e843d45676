using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Web.Tests.Alerts;

public sealed class AlertEvaluatorTests : IAsyncDisposable
{
    private readonly WatchedSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_reading_over_its_threshold_and_a_bad_prediction_are_two_alerts_and_looking_again_changes_nothing()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 6);
        await site.PredictAsync(stope, 0.3);

        Assert.Equal(2, await site.WatchAsync(stope));
        Assert.Equal(0, await site.WatchAsync(stope));

        IReadOnlyList<Alert> alerts = await site.AlertsAsync(stope);
        Assert.Equal(
            [AlertCauseKind.Forecast, AlertCauseKind.Readings],
            alerts.Select(alert => alert.CauseKind).Order()
        );
        Alert readings = alerts.Single(alert => alert.CauseKind == AlertCauseKind.Readings);
        Assert.Equal(("deformation_rate", AlertLevel.VeryAbnormal), (readings.Channel, readings.Level));
        Assert.Contains("6 mm/day", readings.Reason, StringComparison.Ordinal);
        Assert.Equal(AlertLevel.Evacuate, alerts.Single(alert => alert.CauseKind == AlertCauseKind.Forecast).Level);
        Assert.All(alerts, alert => Assert.Single(alert.Changes));
    }

    [Fact]
    public async Task It_falls_after_a_day_of_calm_readings_and_is_resolved_by_the_site()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 6);
        await site.WatchAsync(stope);
        for (int hour = 0; hour < 60; hour += 6)
        {
            site.Clock.Now = site.Clock.Now.AddHours(6);
            await site.ReadAsync(stope, deformation: 0.5);
            await site.WatchAsync(stope);
        }

        Alert alert = Assert.Single(await site.AlertsAsync(stope));
        Assert.Equal((AlertState.Resolved, AlertChange.Site), (alert.State, alert.ResolvedBy));
        AlertChange end = alert.Changes.OrderBy(change => change.Id).Last();
        // A day of the window, in which the value is still there, and a day of calm.
        Assert.InRange((end.At - alert.RaisedAt).TotalHours, 48, 54);
        Assert.Equal((AlertState.Active, AlertLevel.VeryAbnormal), (end.StateBefore, end.LevelBefore));
    }

    [Fact]
    public async Task Stale_data_are_an_alert_of_their_own_and_keep_the_other_one_where_it_is()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 6);
        await site.PredictAsync(stope, 0.6);
        await site.WatchAsync(stope);
        site.Clock.Now = site.Clock.Now.AddDays(4);
        Assert.Contains(stope, await site.Evaluator.DueAsync(TestContext.Current.CancellationToken));
        await site.PredictAsync(stope, 0.001, site.Clock.Now.AddDays(-4));
        await site.WatchAsync(stope);
        site.Clock.Now = site.Clock.Now.AddDays(30);
        await site.WatchAsync(stope);

        IReadOnlyList<Alert> alerts = await site.AlertsAsync(stope);
        Assert.Equal(3, alerts.Count);
        Assert.All(alerts, alert => Assert.True(alert.IsOpen));
        Assert.Equal(
            [AlertLevel.NoData, AlertLevel.VeryAbnormal, AlertLevel.Evacuate],
            alerts.Select(alert => alert.Level).Order()
        );
        Assert.Equal(AlertState.Active, alerts.Single(alert => alert.CauseKind == AlertCauseKind.StaleData).State);
    }

    [Fact]
    public async Task A_channel_that_falls_silent_while_others_go_on_is_missed()
    {
        int stope = await site.StopeAsync();
        for (int day = 0; day < 6; day++)
        {
            await site.ReadAsync(stope, deformation: day < 2 ? 0.1 : null);
            site.Clock.Now = site.Clock.Now.AddDays(1);
        }

        await site.WatchAsync(stope);

        Alert alert = Assert.Single(await site.AlertsAsync(stope));
        Assert.Equal(AlertCause.MissingSensor("deformation_rate"), alert.Cause);
        Assert.Equal((AlertLevel.NoData, AlertState.Pending), (alert.Level, alert.State));
        await site.ReadAsync(stope, deformation: 0.1);
        await site.WatchAsync(stope);
        Assert.Equal(AlertState.Resolved, Assert.Single(await site.AlertsAsync(stope)).State);
    }

    [Fact]
    public async Task An_archived_stope_closes_its_alerts_with_the_reason()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 9);
        await site.WatchAsync(stope);
        await using (SentinelDbContext database = await site.Pages.DatabaseAsync())
        {
            (await database.Stopes.FindAsync([stope], TestContext.Current.CancellationToken))!.Archive(site.Clock.Now);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains(stope, await site.Evaluator.DueAsync(TestContext.Current.CancellationToken));
        await site.WatchAsync(stope);

        Alert alert = Assert.Single(await site.AlertsAsync(stope));
        Assert.Equal(AlertState.Resolved, alert.State);
        Assert.Contains("archived", alert.Resolution, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_stope_that_fell_nothing_new_is_raised_and_nothing_is_taken_back()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 9);
        await site.WatchAsync(stope);
        await using (SentinelDbContext database = await site.Pages.DatabaseAsync())
        {
            database.Outcomes.Add(
                new Outcome
                {
                    StopeId = stope,
                    ObservedAt = site.Clock.Now,
                    Class = OutcomeClass.Failure,
                }
            );
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        site.Clock.Now = site.Clock.Now.AddDays(90);
        Assert.Contains(stope, await site.Evaluator.DueAsync(TestContext.Current.CancellationToken));
        await site.WatchAsync(stope);

        Alert alert = Assert.Single(await site.AlertsAsync(stope));
        Assert.Equal((true, AlertLevel.Unknown), (alert.IsOpen, alert.Condition));
    }

    [Fact]
    public async Task Two_who_watch_at_once_open_one_alert()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 9);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.WatchAsync(stope))));

        Assert.Single(await site.AlertsAsync(stope));
    }

    [Fact]
    public async Task A_round_that_breaks_off_writes_all_or_nothing()
    {
        int stope = await site.StopeAsync();
        await site.ReadAsync(stope, deformation: 9);
        await site.PredictAsync(stope, 0.6);
        for (int i = 0; i < 20; i++)
        {
            using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(i));
            try
            {
                await site.Evaluator.EvaluateAsync([stope], stop.Token);
            }
            catch (OperationCanceledException)
            {
                IReadOnlyList<Alert> half = await site.AlertsAsync(stope);
                Assert.True(half.Count is 0 or 2, "Both or none.");
                Assert.All(half, alert => Assert.Single(alert.Changes));
            }
        }

        await site.WatchAsync(stope);
        Assert.Equal(2, (await site.AlertsAsync(stope)).Count);
    }
}
