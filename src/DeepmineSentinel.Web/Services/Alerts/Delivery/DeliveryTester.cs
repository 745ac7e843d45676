using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>The test button: a message like any other, whose row in the log says what came of it.</summary>
public sealed class DeliveryTester(
    IDbContextFactory<SentinelDbContext> contexts,
    AlertOutbox outbox,
    CurrentOperator who,
    IOptions<AlertDeliveryOptions> options,
    TimeProvider clock
)
{
    /// <summary>Queues a test.</summary>
    /// <exception cref="SentinelException">The settings name nothing for this channel.</exception>
    public async Task TestAsync(DeliveryChannel channel, CancellationToken cancellationToken)
    {
        bool isOn = channel == DeliveryChannel.Email ? options.Value.Email.IsOn : options.Value.Webhook.IsOn;
        if (!isOn)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "channel_off",
                "This channel is off: the settings do not say where to send to."
            );
        }

        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AlertDeliveries.Add(outbox.Test(channel, who.Name, clock.GetUtcNow().UtcDateTime));
        await context.SaveChangesAsync(cancellationToken);
        outbox.Told();
    }
}
