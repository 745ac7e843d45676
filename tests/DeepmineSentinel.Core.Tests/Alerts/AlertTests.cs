using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Tests.Alerts;

public sealed class AlertTests
{
    private static readonly DateTime Start = AlertSamples.Start;

    [Fact]
    public void A_level_rises_at_once_and_asks_for_an_answer_again()
    {
        Alert alert = AlertSamples.Raised(AlertLevel.Abnormal);
        alert.Acknowledge("ann", "Looking.", Start.AddMinutes(1));

        alert.See(AlertLevel.Evacuate, Start.AddMinutes(2));

        Assert.Equal((AlertLevel.Evacuate, AlertState.Active), (alert.Level, alert.State));
        Assert.Null(alert.AcknowledgedBy);
        AlertChange change = alert.Changes[^1];
        Assert.Equal(
            (AlertChangeKind.LevelRaised, AlertLevel.Abnormal, AlertState.Acknowledged),
            (change.Kind, change.LevelBefore, change.StateBefore)
        );
    }

    [Fact]
    public void A_level_falls_only_after_its_time_and_with_a_later_reading()
    {
        Alert alert = AlertSamples.Raised();
        alert.See(AlertLevel.Abnormal, Start.AddHours(1));
        alert.Observe(alert.Cause.Says(AlertLevel.Abnormal, Start.AddHours(1)), AlertSamples.Plan, Start.AddHours(26));
        Assert.Equal(AlertLevel.VeryAbnormal, alert.Level);

        alert.See(AlertLevel.Abnormal, Start.AddHours(27));

        Assert.Equal(AlertLevel.Abnormal, alert.Level);
        Assert.True(alert.IsOpen);
    }

    [Fact]
    public void A_reason_that_speaks_for_less_than_the_level_says_so()
    {
        Alert alert = AlertSamples.Raised();
        Assert.Equal(alert.Reason, alert.ReasonInWords);

        alert.See(AlertLevel.Normal, Start.AddHours(1));

        Assert.StartsWith("Less by now, not yet lowered: ", alert.ReasonInWords, StringComparison.Ordinal);
    }

    [Fact]
    public void It_falls_to_the_worst_that_was_seen_meanwhile()
    {
        Alert alert = AlertSamples.Raised(AlertLevel.Evacuate);
        alert.See(AlertLevel.Normal, Start.AddHours(1));
        alert.See(AlertLevel.VeryAbnormal, Start.AddHours(10));
        alert.See(AlertLevel.Normal, Start.AddHours(26));

        Assert.Equal(AlertLevel.VeryAbnormal, alert.Level);
    }

    [Fact]
    public void A_value_inside_the_hysteresis_starts_the_time_anew()
    {
        Alert alert = AlertSamples.Raised();
        alert.See(AlertLevel.Normal, Start.AddHours(1));
        alert.See(AlertLevel.Abnormal, Start.AddHours(20), hold: AlertLevel.VeryAbnormal);
        alert.See(AlertLevel.Normal, Start.AddHours(26));
        Assert.Equal(AlertLevel.VeryAbnormal, alert.Level);

        alert.See(AlertLevel.Normal, Start.AddHours(51));

        Assert.False(alert.IsOpen);
        Assert.Equal(AlertChange.Site, alert.ResolvedBy);
    }

    [Fact]
    public void What_is_unknown_neither_ends_it_nor_counts_as_calm()
    {
        Alert alert = AlertSamples.Raised();
        alert.See(AlertLevel.Normal, Start.AddHours(1));
        alert.Observe(AlertEvidence.None(alert.Cause), AlertSamples.Plan, Start.AddHours(12));
        alert.See(AlertLevel.Normal, Start.AddHours(30));
        Assert.Equal((AlertLevel.VeryAbnormal, AlertState.Active), (alert.Level, alert.State));

        alert.Observe(AlertEvidence.None(alert.Cause), AlertSamples.Plan, Start.AddYears(1));

        Assert.True(alert.IsOpen);
    }

    [Fact]
    public void Nobody_answers_in_time_and_others_are_called_once()
    {
        Alert alert = AlertSamples.Raised(AlertLevel.Evacuate);
        alert.See(AlertLevel.Evacuate, Start.AddMinutes(14));
        Assert.Null(alert.EscalatedAt);
        alert.See(AlertLevel.Evacuate, Start.AddMinutes(15));
        alert.See(AlertLevel.Evacuate, Start.AddMinutes(16));

        Assert.Single(alert.Changes, change => change.Kind == AlertChangeKind.Escalated);
    }

    [Fact]
    public void An_answered_alert_is_not_escalated_and_a_silence_ends_by_itself()
    {
        Alert alert = AlertSamples.Raised(AlertLevel.Evacuate);
        alert.Silence("ann", Start.AddHours(2), null, (AlertSamples.Plan, Start));
        alert.See(AlertLevel.Evacuate, Start.AddHours(1));
        Assert.Equal(AlertState.Silenced, alert.State);
        alert.See(AlertLevel.Evacuate, Start.AddHours(2));
        Assert.Equal((AlertState.Active, (DateTime?)null), (alert.State, alert.EscalatedAt));
        alert.Acknowledge("bob", null, Start.AddHours(2));
        alert.See(AlertLevel.Evacuate, Start.AddHours(9));

        Assert.Null(alert.EscalatedAt);
        Assert.Equal(AlertState.Acknowledged, alert.State);
    }

    [Fact]
    public void A_rising_level_breaks_a_silence()
    {
        Alert alert = AlertSamples.Raised(AlertLevel.Abnormal);
        alert.Silence("ann", Start.AddDays(3), "Sensor is being moved.", (AlertSamples.Plan, Start));
        alert.See(AlertLevel.VeryAbnormal, Start.AddHours(1));

        Assert.Equal((AlertState.Active, (DateTime?)null), (alert.State, alert.SilencedUntil));
    }

    [Fact]
    public void Missing_data_wait_before_they_call_and_go_as_soon_as_data_are_back()
    {
        Alert alert = new(1, AlertCause.StaleData.Says(AlertLevel.NoData, Start), AlertSamples.Plan, Start);
        Assert.Equal((AlertState.Pending, (DateTime?)null), (alert.State, alert.CalledAt));
        alert.See(AlertLevel.NoData, Start.AddHours(1));
        Assert.Equal(AlertState.Active, alert.State);
        alert.See(AlertLevel.Normal, Start.AddHours(2));

        Assert.Equal(AlertState.Resolved, alert.State);
    }

    [Theory]
    [InlineData(-1, "silence_in_past")]
    [InlineData(0, "silence_in_past")]
    [InlineData(365 * 24, "silence_too_long")]
    public void A_silence_ends_soon_but_not_before_it_begins(int hours, string code)
    {
        Alert alert = AlertSamples.Raised();
        SentinelException refused = Assert.Throws<SentinelException>(() =>
            alert.Silence("ann", Start.AddHours(hours), null, (AlertSamples.Plan, Start))
        );

        Assert.Equal((code, AlertState.Active, 1), (refused.Code, alert.State, alert.Revision));
    }

    [Fact]
    public void A_person_cannot_end_what_still_holds_but_can_end_what_nobody_knows()
    {
        Alert alert = AlertSamples.Raised();
        Assert.Equal(
            "alert_condition_holds",
            Assert.Throws<SentinelException>(() => alert.Resolve("ann", "Fine.", Start)).Code
        );
        alert.Observe(AlertEvidence.None(alert.Cause), AlertSamples.Plan, Start.AddHours(1));
        alert.Resolve("ann", " Inspected. ", Start.AddHours(1));
        int lines = alert.Changes.Count;
        alert.Resolve("ann", "Inspected.", Start.AddHours(2));

        Assert.Equal(lines, alert.Changes.Count);
        Assert.Equal(
            "alert_resolved",
            Assert.Throws<SentinelException>(() => alert.Resolve("bob", "Me too.", Start.AddHours(2))).Code
        );
        Assert.Equal(
            "alert_resolved",
            Assert.Throws<SentinelException>(() => alert.Acknowledge("bob", null, Start.AddHours(2))).Code
        );
    }

    [Fact]
    public void The_same_answer_twice_is_one_line()
    {
        Alert alert = AlertSamples.Raised();
        alert.Acknowledge("ann", "On my way.", Start);
        alert.Acknowledge("ann", "On my way.", Start.AddSeconds(1));
        alert.Silence("ann", Start.AddHours(1), null, (AlertSamples.Plan, Start));
        alert.Silence("ann", Start.AddHours(1), null, (AlertSamples.Plan, Start));

        Assert.Equal(
            [AlertChangeKind.Raised, AlertChangeKind.Acknowledged, AlertChangeKind.Silenced],
            alert.Changes.Select(change => change.Kind)
        );
    }

    [Fact]
    public void A_comment_that_is_too_long_changes_nothing()
    {
        Alert alert = AlertSamples.Raised();
        Assert.Equal(
            "comment_too_long",
            Assert
                .Throws<SentinelException>(() =>
                    alert.Acknowledge("ann", new string('x', Alert.CommentLength + 1), Start)
                )
                .Code
        );
        Assert.Single(alert.Changes);
    }
}
