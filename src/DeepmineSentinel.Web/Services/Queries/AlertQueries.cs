using System.Linq.Expressions;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Alerts for pages and the API, by a fixed number of statements.</summary>
public sealed class AlertQueries(SentinelDbContext database)
{
    /// <summary>The most alerts that a stope's page lists.</summary>
    public const int MostOfStope = 8;

    /// <summary>The most messages of an alert or of the log that a page lists.</summary>
    public const int MostDeliveries = 100;

    /// <summary>One page of alerts: two statements.</summary>
    public async Task<AlertListPage> FindAsync(AlertListFilter filter, CancellationToken cancellationToken)
    {
        IQueryable<Placed> found = Filtered(filter);
        int total = await found.CountAsync(cancellationToken);
        int pages = Math.Max(1, (total + filter.PageSize - 1) / filter.PageSize);
        int page = Math.Clamp(filter.Page, 1, pages);
        List<AlertRow> rows = await Rows(Ordered(found, filter))
            .Skip((page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .ToListAsync(cancellationToken);
        return new AlertListPage(rows, total, page, filter.PageSize);
    }

    /// <summary>One alert.</summary>
    /// <exception cref="SentinelException">There is no such alert.</exception>
    public async Task<AlertRow> GetAsync(int id, CancellationToken cancellationToken) =>
        await Rows(Placed.Of(database).Where(row => row.Alert.Id == id)).FirstOrDefaultAsync(cancellationToken)
        ?? throw new SentinelException(FailureKind.NotFound, "alert_not_found", "There is no such alert.");

    /// <summary>The audit trail of an alert, oldest first.</summary>
    public async Task<IReadOnlyList<AlertChange>> ChangesAsync(int id, CancellationToken cancellationToken) =>
        await database
            .AlertChanges.AsNoTracking()
            .Where(change => change.AlertId == id)
            .OrderBy(change => change.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Messages, newest first.</summary>
    /// <param name="alertId">Only those about this alert; null: all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<AlertDelivery>> DeliveriesAsync(
        int? alertId,
        CancellationToken cancellationToken
    ) =>
        await database
            .AlertDeliveries.AsNoTracking()
            .Where(row => alertId == null || row.AlertId == alertId)
            .OrderByDescending(row => row.Id)
            .Take(MostDeliveries)
            .ToListAsync(cancellationToken);

    /// <summary>Alerts of a stope: open ones first, then the newest.</summary>
    public async Task<IReadOnlyList<Alert>> OfStopeAsync(int stopeId, CancellationToken cancellationToken) =>
        await database
            .Alerts.AsNoTracking()
            .Where(alert => alert.StopeId == stopeId)
            .OrderBy(alert => alert.ResolvedAt != null)
            .ThenByDescending(alert => alert.ResolvedAt == null ? (int)alert.Level : 0)
            .ThenByDescending(alert => alert.RaisedAt)
            .Take(MostOfStope)
            .ToListAsync(cancellationToken);

    /// <summary>Open alerts by level; levels without any are left out.</summary>
    public async Task<IReadOnlyDictionary<AlertLevel, int>> OpenAsync(CancellationToken cancellationToken) =>
        await database
            .Alerts.Where(alert => alert.ResolvedAt == null)
            .GroupBy(alert => alert.Level)
            .Select(level => new { level.Key, Count = level.Count() })
            .ToDictionaryAsync(level => level.Key, level => level.Count, cancellationToken);

    private IQueryable<Placed> Filtered(AlertListFilter filter)
    {
        IQueryable<Placed> rows = Placed.Of(database);
        rows =
            filter.State is { } state ? rows.Where(row => row.Alert.State == state)
            : filter.All ? rows
            : rows.Where(row => row.Alert.ResolvedAt == null);
        rows = When(rows, filter.Level, level => row => row.Alert.Level == level);
        rows = When(rows, filter.Cause, cause => row => row.Alert.CauseKind == cause);
        rows = When(rows, filter.MineId, mine => row => row.Mine.Id == mine);
        rows = When(rows, filter.StopeId, stope => row => row.Stope.Id == stope);
        rows = When(rows, filter.RaisedSince, since => row => row.Alert.RaisedAt >= since);
        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return rows;
        }

        string pattern = LikePattern.Containing(filter.Search.Trim());
        return rows.Where(row => EF.Functions.Like(row.Stope.Name, pattern, LikePattern.Escape));
    }

    private static IQueryable<Placed> When<TValue>(
        IQueryable<Placed> rows,
        TValue? value,
        Func<TValue, Expression<Func<Placed, bool>>> condition
    )
        where TValue : struct => value is { } wanted ? rows.Where(condition(wanted)) : rows;

    private static IQueryable<Placed> Ordered(IQueryable<Placed> rows, AlertListFilter filter)
    {
        bool down = filter.Descending;
        IOrderedQueryable<Placed> ordered = filter.Sort switch
        {
            AlertSort.Raised => By(rows, row => row.Alert.RaisedAt, down),
            AlertSort.Stope => By(rows, row => row.Stope.Name, down),
            AlertSort.State => By(rows, row => row.Alert.State, down),
            _ => By(rows, row => row.Alert.Level, down),
        };
        return ordered.ThenByDescending(row => row.Alert.RaisedAt).ThenBy(row => row.Alert.Id);
    }

    private static IOrderedQueryable<Placed> By<TKey>(
        IQueryable<Placed> rows,
        Expression<Func<Placed, TKey>> key,
        bool down
    ) => down ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static IQueryable<AlertRow> Rows(IQueryable<Placed> rows) =>
        rows.Select(row => new AlertRow
        {
            Alert = row.Alert,
            Stope = row.Stope.Name,
            Mine = row.Mine.Name,
            Zone = row.Mine.TimeZoneId,
            IsSynthetic = row.Mine.IsSynthetic,
        });

    private sealed class Placed
    {
        public required Alert Alert { get; init; }

        public required Stope Stope { get; init; }

        public required Mine Mine { get; init; }

        public static IQueryable<Placed> Of(SentinelDbContext database) =>
            from alert in database.Alerts.AsNoTracking()
            join stope in database.Stopes on alert.StopeId equals stope.Id
            join mine in database.Mines on stope.MineId equals mine.Id
            select new Placed
            {
                Alert = alert,
                Stope = stope,
                Mine = mine,
            };
    }
}
