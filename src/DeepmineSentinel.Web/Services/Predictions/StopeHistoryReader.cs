using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Reads what a prediction looks at: a stope, the last weeks of its readings, and its outcomes.</summary>
public sealed class StopeHistoryReader(IDbContextFactory<SentinelDbContext> contexts)
{
    // The window of 30 days, the 50 readings of the physics rule, and room at the edge.
    private static readonly TimeSpan Span = TimeSpan.FromDays(60);

    /// <summary>The ids of all active stopes, in order of mine and name.</summary>
    public async Task<IReadOnlyList<int>> ActiveAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Stopes.Where(stope => stope.ArchivedAt == null)
            .OrderBy(stope => stope.MineId)
            .ThenBy(stope => stope.Name)
            .Select(stope => stope.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The ids of stopes of that name, more than one where several mines have it.</summary>
    public async Task<IReadOnlyList<int>> FindAsync(string name, string? mine, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from stope in context.Stopes
            join owner in context.Mines on stope.MineId equals owner.Id
            where stope.Name == name && (mine == null || owner.Name == mine)
            orderby stope.Id
            select stope.Id
        ).ToListAsync(cancellationToken);
    }

    /// <summary>Histories in the order of the ids; ids without a stope are left out.</summary>
    /// <param name="stopeIds">Keys of stopes.</param>
    /// <param name="asOf">Nothing later is read; null: up to the newest.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<StopeHistory>> ReadAsync(
        IReadOnlyCollection<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from stope in context.Stopes.AsNoTracking()
            join mine in context.Mines.AsNoTracking() on stope.MineId equals mine.Id
            where stopeIds.Contains(stope.Id)
            select new { Stope = stope, Mine = mine }
        ).ToListAsync(cancellationToken);
        ILookup<int, Outcome> outcomes = await OutcomesAsync(context, stopeIds, asOf, cancellationToken);
        List<StopeHistory> histories = new(rows.Count);
        foreach (var row in rows.OrderBy(row => row.Mine.Name).ThenBy(row => row.Stope.Name))
        {
            histories.Add(
                new StopeHistory
                {
                    StopeId = row.Stope.Id,
                    Mine = row.Mine.Name,
                    Name = row.Stope.Name,
                    IsSynthetic = row.Mine.IsSynthetic,
                    Properties = row.Stope.Properties,
                    UndatedStability = row.Stope.UndatedStability,
                    Outcomes = [.. outcomes[row.Stope.Id]],
                    Readings = await ReadingsAsync(context, row.Stope.Id, asOf, cancellationToken),
                }
            );
        }

        return histories;
    }

    // What was seen only later is not known at the moment asked about, even of an earlier event.
    private static async Task<ILookup<int, Outcome>> OutcomesAsync(
        SentinelDbContext context,
        IReadOnlyCollection<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        List<Outcome> outcomes = await context
            .CountedOutcomes()
            .AsNoTracking()
            .Where(outcome => stopeIds.Contains(outcome.StopeId) && (asOf == null || outcome.ObservedAt <= asOf))
            .OrderBy(outcome => outcome.ObservedAt)
            .ToListAsync(cancellationToken);
        return outcomes.ToLookup(outcome => outcome.StopeId);
    }

    private static async Task<IReadOnlyList<Reading>> ReadingsAsync(
        SentinelDbContext context,
        int stopeId,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        IQueryable<Reading> readings = context.Readings.AsNoTracking().Where(reading => reading.StopeId == stopeId);
        if (asOf is { } end)
        {
            readings = readings.Where(reading => reading.Timestamp <= end);
        }

        if (await readings.MaxAsync(reading => (DateTime?)reading.Timestamp, cancellationToken) is not { } newest)
        {
            return [];
        }

        DateTime start = newest - Span;
        return await readings
            .Where(reading => reading.Timestamp > start)
            .OrderBy(reading => reading.Timestamp)
            .ToListAsync(cancellationToken);
    }
}
