using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>What people do to alerts, from pages and the API alike.</summary>
public sealed class AlertService(
    IDbContextFactory<SentinelDbContext> contexts,
    AlertOutbox outbox,
    CurrentOperator who,
    ResponsePlans plans,
    TimeProvider clock
)
{
    /// <summary>Takes an alert in hand.</summary>
    /// <param name="seen">The alert, and the revision that the person looked at; null: whatever it is.</param>
    /// <param name="comment">What the person says; null: nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="SentinelException">There is no such alert, it is over, somebody changed it since, or the comment is too long.</exception>
    public Task AcknowledgeAsync((int Id, int? Revision) seen, string? comment, CancellationToken cancellationToken) =>
        ChangeAsync(seen, (alert, now) => alert.Acknowledge(who.Name, comment, now), cancellationToken);

    /// <summary>Silences an alert until a moment, UTC.</summary>
    /// <exception cref="SentinelException">As above, or the moment is past or too far away.</exception>
    public async Task SilenceAsync(
        (int Id, int? Revision) seen,
        DateTime until,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        ResponsePlan plan = (await plans.CurrentAsync(cancellationToken)).Plan;
        await ChangeAsync(
            seen,
            (alert, now) => alert.Silence(who.Name, until, comment, (plan, now)),
            cancellationToken
        );
    }

    /// <summary>Ends an alert with a reason.</summary>
    /// <exception cref="SentinelException">As above, its condition still holds, or there is no reason.</exception>
    public Task ResolveAsync((int Id, int? Revision) seen, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(seen, (alert, now) => alert.Resolve(who.Name, reason, now), cancellationToken);

    private Task ChangeAsync(
        (int Id, int? Revision) seen,
        Action<Alert, DateTime> act,
        CancellationToken cancellationToken
    ) =>
        contexts.RunAsync(
            async (context, token) =>
            {
                try
                {
                    await ChangeAsync(context, seen, act, token);
                }
                catch (DbUpdateConcurrencyException)
                {
                    throw Changed();
                }
            },
            cancellationToken
        );

    private async Task ChangeAsync(
        SentinelDbContext context,
        (int Id, int? Revision) seen,
        Action<Alert, DateTime> act,
        CancellationToken cancellationToken
    )
    {
        Alert alert =
            await context.Alerts.FindAsync([seen.Id], cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "alert_not_found", "There is no such alert.");
        int before = alert.Revision;
        act(alert, clock.GetUtcNow().UtcDateTime);
        if (alert.Revision == before)
        {
            return;
        }

        if (seen.Revision is { } revision && revision != before)
        {
            throw Changed();
        }

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        AlertPlace place = await context
            .Stopes.Where(stope => stope.Id == alert.StopeId)
            .Join(context.Mines, stope => stope.MineId, mine => mine.Id, (stope, mine) => new { stope, mine })
            .Select(row => new AlertPlace(row.stope.Name, row.mine.Name, row.mine.IsSynthetic))
            .FirstAsync(cancellationToken);
        ResponsePlan plan = (await plans.CurrentAsync(context, cancellationToken)).Plan;
        context.AlertDeliveries.AddRange(outbox.For(alert, place, plan));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Told();
    }

    private static SentinelException Changed() =>
        new(
            FailureKind.Conflict,
            "alert_changed",
            "The alert changed since you looked at it. Compare with what it is now, then answer again."
        );
}
