using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>Holds what is known of stopes against their alerts and writes what comes of it: changes, audit trail and messages in
/// one transaction. Doing it again changes nothing, so a round that broke off is simply done again.</summary>
public sealed class AlertEvaluator(
    IDbContextFactory<SentinelDbContext> contexts,
    AlertEvidenceReader reader,
    AlertOutbox outbox,
    ResponsePlans plans,
    TimeProvider clock
)
{
    private const int StopesAtOnce = 100;
    private const int Tries = 3;

    /// <summary>Looks at some stopes; gives the number of lines that the audit trail grew by.</summary>
    public async Task<int> EvaluateAsync(IEnumerable<int> stopeIds, CancellationToken cancellationToken)
    {
        int written = 0;
        foreach (int[] chunk in stopeIds.Distinct().Chunk(StopesAtOnce))
        {
            written += await TryAsync(chunk, cancellationToken);
        }

        return written;
    }

    /// <summary>Stopes that the clock alone may move: those with open alerts, and those whose readings have become too old.</summary>
    public async Task<IReadOnlyList<int>> DueAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        DateTime cutoff = clock.GetUtcNow().UtcDateTime - reader.StaleAfter;
        List<int> open = await context
            .Alerts.Where(alert => alert.ResolvedAt == null)
            .Select(alert => alert.StopeId)
            .Distinct()
            .ToListAsync(cancellationToken);
        List<int> old = await context
            .Stopes.Where(stope => stope.ArchivedAt == null)
            .Where(stope =>
                context.Readings.Where(row => row.StopeId == stope.Id).Max(row => (DateTime?)row.Timestamp) < cutoff
            )
            .Where(stope =>
                !context.Alerts.Any(alert =>
                    alert.StopeId == stope.Id && alert.ResolvedAt == null && alert.CauseKind == AlertCauseKind.StaleData
                ) && !context.Failures().Any(seen => seen.StopeId == stope.Id)
            )
            .Select(stope => stope.Id)
            .ToListAsync(cancellationToken);
        return [.. open.Union(old)];
    }

    // A person may answer an alert, or another process watch the same stope, at the same moment: whoever comes second looks again.
    private async Task<int> TryAsync(int[] stopeIds, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                IReadOnlyList<WatchedStope> watched = await reader.ReadAsync(stopeIds, cancellationToken);
                int written = 0;
                await contexts.RunAsync(
                    async (context, token) => written = await WriteAsync(context, watched, token),
                    cancellationToken
                );
                return written;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Looked at again with what the other wrote.
            }
        }
    }

    private async Task<int> WriteAsync(
        SentinelDbContext context,
        IReadOnlyList<WatchedStope> watched,
        CancellationToken cancellationToken
    )
    {
        int[] ids = [.. watched.Select(stope => stope.StopeId)];
        ILookup<int, Alert> open = (
            await context
                .Alerts.Where(alert => alert.ResolvedAt == null && ids.Contains(alert.StopeId))
                .ToListAsync(cancellationToken)
        ).ToLookup(alert => alert.StopeId);
        ResponsePlan plan = (await plans.CurrentAsync(context, cancellationToken)).Plan;
        DateTime now = clock.GetUtcNow().UtcDateTime;
        List<(Alert, WatchedStope)> touched = [];
        foreach (WatchedStope stope in watched)
        {
            Alert[] known = [.. open[stope.StopeId]];
            IReadOnlyList<Alert> raised = stope.IsArchived
                ? Closed(known, now)
                : AlertWatch.Observe(stope.StopeId, known, stope.Evidence, plan, now);
            context.Alerts.AddRange(raised);
            touched.AddRange(known.Concat(raised).Select(alert => (alert, stope)));
        }

        return await SaveAsync(context, touched, plan, cancellationToken);
    }

    private async Task<int> SaveAsync(
        SentinelDbContext context,
        List<(Alert Alert, WatchedStope Stope)> touched,
        ResponsePlan plan,
        CancellationToken cancellationToken
    )
    {
        if (!context.ChangeTracker.HasChanges())
        {
            return 0;
        }

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        foreach ((Alert alert, WatchedStope stope) in touched)
        {
            context.AlertDeliveries.AddRange(
                outbox.For(alert, new AlertPlace(stope.Name, stope.Mine, stope.IsSynthetic), plan)
            );
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Told();
        return touched.Sum(one => one.Alert.Changes.Count);
    }

    private static Alert[] Closed(Alert[] known, DateTime now)
    {
        foreach (Alert alert in known)
        {
            alert.Close("The stope was archived: it is watched no longer.", now);
        }

        return [];
    }
}
