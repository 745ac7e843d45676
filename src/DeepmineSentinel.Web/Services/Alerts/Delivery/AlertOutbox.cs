using System.Text.Json;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Makes the messages that a change asks for. Whoever writes the change writes them, in the same transaction.</summary>
public sealed class AlertOutbox(
    IOptions<AlertDeliveryOptions> delivery,
    IOptions<AlertsOptions> alerts,
    DeliverySignal signal
)
{
    // A mailbox is told what needs somebody; a system that follows alerts is told everything but what goes on inside.
    private static readonly AlertChangeKind[] ByMail =
    [
        AlertChangeKind.Raised,
        AlertChangeKind.Confirmed,
        AlertChangeKind.LevelRaised,
        AlertChangeKind.Escalated,
        AlertChangeKind.Resolved,
    ];

    /// <summary>Messages about what happened to an alert since it was read; it has its key already. They keep what the plan asks for.</summary>
    public IEnumerable<AlertDelivery> For(Alert alert, AlertPlace place, ResponsePlan plan)
    {
        // What waits to be confirmed calls nobody, and when it ends so nobody needs to know.
        IEnumerable<AlertChange> told = alert.Changes.Where(change =>
            change.State != AlertState.Pending && change.StateBefore != AlertState.Pending
            || change.Kind == AlertChangeKind.Confirmed
        );
        return told.SelectMany(change => For(alert, change, (place, plan.Of(change.Level))));
    }

    /// <summary>A message of the test button.</summary>
    public AlertDelivery Test(DeliveryChannel channel, string by, DateTime now)
    {
        AlertNotice notice = new()
        {
            Id = NewKey(),
            Event = "test",
            At = now,
            By = by,
            Text = "This is a test of the settings. No alert is behind it.",
        };
        return Row(notice, channel, Target(channel, escalated: true));
    }

    /// <summary>New messages are committed.</summary>
    public void Told() => signal.Set();

    private IEnumerable<AlertDelivery> For(
        Alert alert,
        AlertChange change,
        (AlertPlace Place, ResponseLevel Response) about
    )
    {
        if (delivery.Value.Email.IsOn && ByMail.Contains(change.Kind))
        {
            string to = Target(DeliveryChannel.Email, change.Kind == AlertChangeKind.Escalated);
            yield return Row(Notice(alert, change, about), DeliveryChannel.Email, to);
        }

        if (delivery.Value.Webhook.IsOn)
        {
            yield return Row(Notice(alert, change, about), DeliveryChannel.Webhook, delivery.Value.Webhook.Shown);
        }
    }

    private string Target(DeliveryChannel channel, bool escalated) =>
        channel == DeliveryChannel.Webhook
            ? delivery.Value.Webhook.Shown
            : string.Join(
                ", ",
                escalated
                    ? delivery.Value.Email.To.Union(delivery.Value.Email.EscalateTo, StringComparer.OrdinalIgnoreCase)
                    : delivery.Value.Email.To
            );

    private AlertNotice Notice(Alert alert, AlertChange change, (AlertPlace Place, ResponseLevel Response) about)
    {
        (AlertPlace place, ResponseLevel response) = about;
        return new AlertNotice
        {
            Id = NewKey(),
            Event = $"alert.{Words.Key(change.Kind)}",
            At = change.At,
            By = change.By,
            Text = change.Text,
            AlertId = alert.Id,
            StopeId = alert.StopeId,
            Stope = place.Stope,
            Mine = place.Mine,
            Synthetic = place.IsSynthetic,
            Cause = alert.CauseKind,
            Channel = alert.Channel.Length > 0 ? alert.Channel : null,
            Level = change.Level,
            LevelBefore = change.LevelBefore,
            State = change.State,
            Reason = alert.Reason,
            AsOf = alert.AsOf,
            RaisedAt = alert.RaisedAt,
            Actions = response.Actions,
            Roles = response.Roles,
            ReEntry = response.ReEntry,
            Link = alerts.Value.SiteUrl is { } site
                ? new Uri(site, FormattableString.Invariant($"/alerts/{alert.Id}"))
                : null,
        };
    }

    private static AlertDelivery Row(AlertNotice notice, DeliveryChannel channel, string target) =>
        new()
        {
            Key = notice.Id,
            AlertId = notice.AlertId,
            Kind = Words.Parse<AlertChangeKind>(notice.Event.Replace("alert.", "", StringComparison.Ordinal)),
            Channel = channel,
            Target = target,
            Document = JsonSerializer.Serialize(notice, WebJson.Options),
            CreatedAt = notice.At,
            NextAttemptAt = notice.At,
        };

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
