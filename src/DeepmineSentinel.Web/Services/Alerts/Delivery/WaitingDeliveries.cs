using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Messages that wait, in the database: whoever takes one holds it for a while, so that two processes do not send it both;
/// a process that dies holding one loses nothing, as the hold runs out.</summary>
public sealed class WaitingDeliveries(
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<AlertDeliveryOptions> options,
    TimeProvider clock
)
{
    /// <summary>The most messages that are taken at once: as many as one e-mail tells of.</summary>
    public const int MostAtOnce = 50;

    /// <summary>Takes messages whose time has come, oldest first, all on one channel to one target.</summary>
    public async Task<IReadOnlyList<AlertDelivery>> TakeAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        IQueryable<AlertDelivery> due = context.AlertDeliveries.Where(row =>
            row.State == DeliveryState.Queued && row.NextAttemptAt <= now
        );
        if (await due.OrderBy(row => row.Id).AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } first)
        {
            return [];
        }

        // A webhook tells of one change at a time.
        int most = first.Channel == DeliveryChannel.Email ? MostAtOnce : 1;
        List<AlertDelivery> rows = await due.Where(row => row.Channel == first.Channel && row.Target == first.Target)
            .OrderBy(row => row.Id)
            .Take(most)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        DateTime until = now + (2 * options.Value.Timeout);
        List<AlertDelivery> taken = [];
        foreach (AlertDelivery row in rows)
        {
            int held = await due.Where(one => one.Id == row.Id && one.NextAttemptAt == row.NextAttemptAt)
                .ExecuteUpdateAsync(change => change.SetProperty(one => one.NextAttemptAt, until), cancellationToken);
            if (held == 1)
            {
                taken.Add(row);
            }
        }

        return taken;
    }

    /// <summary>Writes what came of messages that were taken; a token of the caller's end does not keep it from being written.</summary>
    public async Task EndAsync(IReadOnlyList<AlertDelivery> taken, DeliveryResult result)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(CancellationToken.None);
        int[] ids = [.. taken.Select(row => row.Id)];
        DateTime now = clock.GetUtcNow().UtcDateTime;
        List<AlertDelivery> rows = await context
            .AlertDeliveries.Where(row => ids.Contains(row.Id) && row.State == DeliveryState.Queued)
            .ToListAsync(CancellationToken.None);
        foreach (AlertDelivery row in rows)
        {
            if (result.IsSent)
            {
                row.Succeed(result.Answer, now);
            }
            else
            {
                row.Fail(result.Answer, options.Value.ToRetry(), now);
            }
        }

        await context.SaveChangesAsync(CancellationToken.None);
    }
}
