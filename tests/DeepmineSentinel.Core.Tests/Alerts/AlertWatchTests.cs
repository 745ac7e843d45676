using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Core.Tests.Alerts;

/// <summary>What holds for every course of things: random answers, silences, gaps and clocks, from named seeds.</summary>
public sealed class AlertWatchTests
{
    private const int Rounds = 300;
    private static readonly ResponsePlan Plan = ResponsePlan.Default;

    private static readonly AlertCause[] Causes =
    [
        AlertCause.Forecast,
        AlertSamples.Deformation,
        AlertCause.StaleData,
        AlertCause.MissingSensor(ReadingQuantities.Deformation.Name),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_falls_without_its_time_and_nothing_is_open_twice(int seed)
    {
        Course course = new(seed);
        for (int round = 0; round < Rounds; round++)
        {
            course.Step();

            Assert.All(
                course.Alerts.Where(alert => alert.IsOpen).GroupBy(alert => alert.Cause),
                same => Assert.Single(same)
            );
            foreach (AlertEvidence seen in course.Last.Where(seen => seen.Level > AlertLevel.Normal))
            {
                Alert open = Assert.Single(course.Alerts, alert => alert.IsOpen && alert.Cause == seen.Cause);
                Assert.True(open.Level >= seen.Level, "Raised at once, and never below what is seen.");
            }
        }

        Assert.All(course.Alerts, alert => course.FellLawfully(alert));
        Assert.All(course.Alerts, alert => Assert.Equal(alert.Changes.Count, alert.Revision));
    }

    [Fact]
    public void While_data_are_stale_nothing_is_lowered_however_calm_the_answers_are()
    {
        Alert forecast = AlertSamples.Raised();
        DateTime now = AlertSamples.Start;
        List<Alert> open = [forecast];
        for (int hour = 1; hour < 24 * 14; hour++)
        {
            now = now.AddHours(1);
            open.AddRange(
                AlertWatch.Observe(
                    1,
                    [.. open.Where(alert => alert.IsOpen)],
                    [
                        AlertCause.Forecast.Says(AlertLevel.Normal, now),
                        AlertCause.StaleData.Says(AlertLevel.NoData, now),
                    ],
                    Plan,
                    now
                )
            );
        }

        Assert.Equal(AlertLevel.VeryAbnormal, forecast.Level);
        Assert.Equal([AlertCause.Forecast, AlertCause.StaleData], open.Select(alert => alert.Cause));
        Assert.All(open, alert => Assert.True(alert.IsOpen));
    }

    [Fact]
    public void A_warning_raises_even_while_a_sensor_is_silent()
    {
        DateTime now = AlertSamples.Start;
        IReadOnlyList<Alert> raised = AlertWatch.Observe(
            1,
            [],
            [AlertCause.Forecast.Says(AlertLevel.Evacuate, now), Causes[3].Says(AlertLevel.NoData, now)],
            Plan,
            now
        );

        Assert.Equal([AlertState.Active, AlertState.Pending], raised.Select(alert => alert.State));
    }

    /// <summary>A stope whose causes say what dice say, hour after hour.</summary>
    private sealed class Course(int seed)
    {
        private readonly Random dice = new(seed);
        private readonly List<(DateTime At, AlertEvidence Seen)> history = [];
        private DateTime now = AlertSamples.Start;
        private readonly Dictionary<AlertCause, AlertLevel> tendency = [];

        public List<Alert> Alerts { get; } = [];

        public IReadOnlyList<AlertEvidence> Last { get; private set; } = [];

        public void Step()
        {
            now += TimeSpan.FromMinutes(dice.Next(10, 600));
            Last = [.. Causes.Where(_ => dice.Next(20) > 0).Select(Seen)];
            history.AddRange(Last.Select(seen => (now, seen)));
            history.AddRange(
                Causes.Except(Last.Select(seen => seen.Cause)).Select(cause => (now, AlertEvidence.None(cause)))
            );
            List<Alert> open = [.. Alerts.Where(alert => alert.IsOpen)];
            Alerts.AddRange(AlertWatch.Observe(1, open, Last, Plan, now));
            Answer([.. Alerts.Where(alert => alert.IsOpen)]);
        }

        public void FellLawfully(Alert alert)
        {
            IEnumerable<AlertChange> falls = alert.Changes.Where(change =>
                change.Kind is AlertChangeKind.LevelLowered or AlertChangeKind.Resolved
                && change is { IsBySite: true, StateBefore: not AlertState.Pending }
                && !alert.Cause.IsGrey
            );
            foreach (AlertChange fall in falls)
            {
                DateTime since = fall.At - Plan.Of(fall.LevelBefore!.Value).LowerAfter;
                AlertEvidence[] meanwhile =
                [
                    .. history
                        .Where(one => one.Seen.Cause == alert.Cause && one.At > since && one.At <= fall.At)
                        .Select(one => one.Seen),
                ];
                Assert.True(fall.At - alert.RaisedAt >= Plan.Of(fall.LevelBefore.Value).LowerAfter);
                Assert.NotEmpty(meanwhile);
                Assert.All(
                    meanwhile,
                    seen =>
                    {
                        Assert.NotEqual(AlertLevel.Unknown, seen.Level);
                        Assert.True(seen.HoldLevel < fall.LevelBefore);
                        Assert.True(
                            fall.Kind == AlertChangeKind.Resolved
                                ? seen.HoldLevel <= AlertLevel.Normal
                                : seen.HoldLevel <= fall.Level
                        );
                    }
                );
                Assert.DoesNotContain(
                    history,
                    one =>
                        one.At > since
                        && one.At <= fall.At
                        && one.Seen.Cause.IsGrey
                        && one.Seen.Level == AlertLevel.NoData
                );
            }
        }

        // Answers stay as they are for a while, so that times run out now and then.
        private AlertEvidence Seen(AlertCause cause)
        {
            bool turns = dice.Next(cause.IsGrey ? 40 : 8) == 0;
            if (turns || !tendency.TryGetValue(cause, out AlertLevel level))
            {
                AlertLevel[] possible = cause.IsGrey
                    ? [AlertLevel.Normal, AlertLevel.Normal, AlertLevel.NoData]
                    :
                    [
                        AlertLevel.Unknown,
                        AlertLevel.Normal,
                        AlertLevel.Normal,
                        AlertLevel.Abnormal,
                        AlertLevel.VeryAbnormal,
                        AlertLevel.Evacuate,
                    ];
                level = tendency[cause] = possible[dice.Next(possible.Length)];
            }

            bool near = !cause.IsGrey && level > AlertLevel.Unknown && dice.Next(10) == 0;
            return cause.Says(level, now, near ? AlertLevel.VeryAbnormal : AlertLevel.Unknown);
        }

        private void Answer(List<Alert> open)
        {
            foreach (Alert alert in open)
            {
                switch (dice.Next(30))
                {
                    case 0:
                        alert.Acknowledge("ann", "Seen.", now);
                        break;
                    case 1:
                        alert.Silence("ann", now.AddHours(dice.Next(1, 100)), null, (Plan, now));
                        break;
                    case 2 when alert.Condition <= AlertLevel.Normal:
                        alert.Resolve("ann", "Inspected.", now);
                        break;
                }
            }
        }
    }
}
