using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Sends what is queued. Nothing leaves the site unless the settings name where to.</summary>
public sealed class DeliveryService(WaitingDeliveries queue, EmailSender email, WebhookSender webhook)
{
    /// <summary>Sends the messages whose time has come; gives how many were tried.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        int tried = 0;
        while (await queue.TakeAsync(cancellationToken) is { Count: > 0 } taken)
        {
            DeliveryResult result =
                taken[0].Channel == DeliveryChannel.Email
                    ? await email.SendAsync(taken, cancellationToken)
                    : await webhook.SendAsync(taken[0], cancellationToken);
            await queue.EndAsync(taken, result);
            tried += taken.Count;
        }

        return tried;
    }
}
