using System.Text.Json;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Summaries;

/// <summary>Keeps the hourly and daily extremes of readings equal to the readings (docs/decisions/112).</summary>
/// <param name="contexts">Where contexts come from.</param>
public sealed class SeriesSummaries(IDbContextFactory<SentinelDbContext> contexts)
{
    private const int SpansAtOnce = 5_000;
    private const int StopesAtOnce = 20;
    private const string FirstDay = "0001-01-01 00:00:00";
    private const string LastDay = "9999-12-31 00:00:00";

    /// <summary>Makes the summaries of some days again, within the present transaction if there is one.</summary>
    /// <param name="context">What the readings were written with.</param>
    /// <param name="touched">The days.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static Task RenewAsync(SentinelDbContext context, TouchedDays touched, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(touched);
        return RenewAsync(context, touched.Spans(), cancellationToken);
    }

    /// <summary>
    /// Hours of a stope in no order: their summaries, and of days with few readings each reading by itself, which then is not
    /// on a whole hour.
    /// </summary>
    /// <param name="context">Open database.</param>
    /// <param name="stopeId">Key of the stope.</param>
    /// <param name="range">Whole hours, half-open, UTC.</param>
    public static IQueryable<ReadingSummary> Hours(
        SentinelDbContext context,
        int stopeId,
        (DateTime From, DateTime To) range
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        return context
            .ReadingSummaries.FromSqlRaw(Words(context).ReadHours, stopeId, range.From, range.From.Date, range.To)
            .AsNoTracking();
    }

    /// <summary>Makes all summaries again, some stopes in a transaction.</summary>
    /// <param name="progress">Gets the number of stopes done.</param>
    /// <param name="cancellationToken">Stops; the stopes done so far stay done.</param>
    /// <returns>Stopes that were gone through.</returns>
    public async Task<int> RebuildAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        int[] stopes;
        await using (SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            stopes = await context.Stopes.OrderBy(stope => stope.Id).Select(s => s.Id).ToArrayAsync(cancellationToken);
        }

        int done = 0;
        foreach (int[] some in stopes.Chunk(StopesAtOnce))
        {
            await contexts.RunAsync((context, token) => RebuildAsync(context, some, token), cancellationToken);
            progress?.Report(done += some.Length);
        }

        return stopes.Length;
    }

    private static async Task RebuildAsync(SentinelDbContext context, int[] stopes, CancellationToken token)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        await RenewAsync(context, stopes.Select(id => new DaySpan(id, FirstDay, LastDay)), token);
        await transaction.CommitAsync(token);
    }

    internal static async Task RenewAsync(
        SentinelDbContext context,
        IEnumerable<DaySpan> spans,
        CancellationToken token
    )
    {
        SummaryStatements words = Words(context);
        foreach (DaySpan[] some in spans.Chunk(SpansAtOnce))
        {
            string json = JsonSerializer.Serialize(some);
            foreach (string statement in new[] { words.Delete, words.InsertDays, words.InsertHours })
            {
                await context.Database.ExecuteSqlRawAsync(statement, [json], token);
            }
        }
    }

    private static SummaryStatements Words(SentinelDbContext context) =>
        context.Database.IsSqlite() ? SummaryStatements.Sqlite : SummaryStatements.SqlServer;
}
