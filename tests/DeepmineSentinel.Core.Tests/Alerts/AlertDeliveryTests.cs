using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Core.Tests.Alerts;

public sealed class AlertDeliveryTests
{
    private static readonly DeliveryRetry Retry = new(TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), 3);

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(8, 3_600)]
    [InlineData(100_000, 3_600)]
    public void Pauses_double_up_to_the_longest(int failures, double seconds) =>
        Assert.Equal(seconds, Retry.PauseAfter(failures).TotalSeconds);

    [Fact]
    public void A_message_waits_longer_after_each_failure_and_is_given_up_after_the_last()
    {
        DateTime now = AlertSamples.Start;
        AlertDelivery message = new()
        {
            Key = "k",
            Channel = DeliveryChannel.Email,
            Target = "a@b.example",
            Document = "{}",
            CreatedAt = now,
            NextAttemptAt = now,
        };
        message.Fail("No.", Retry, now);
        Assert.Equal((now.AddSeconds(30), DeliveryState.Queued), (message.NextAttemptAt, message.State));
        message.Fail("No.", Retry, now);
        Assert.Equal(now.AddSeconds(60), message.NextAttemptAt);
        message.Fail(new string('x', 5_000), Retry, now);

        Assert.Equal((DeliveryState.GivenUp, 3, now), (message.State, message.Attempts, message.EndedAt));
        Assert.Equal(AlertDelivery.AnswerLength, message.Answer!.Length);
    }
}
