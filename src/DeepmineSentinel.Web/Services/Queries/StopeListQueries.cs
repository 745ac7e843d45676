using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The list of stopes: two statements whatever its length, and only the page's rows leave the database.</summary>
public sealed class StopeListQueries(
    SentinelDbContext database,
    IOptions<PredictionsOptions> predictions,
    TimeProvider clock
)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<StopeListPage> FindAsync(StopeListFilter filter, CancellationToken cancellationToken)
    {
        IQueryable<Joined> found = Filtered(filter);
        int total = await found.CountAsync(cancellationToken);
        int pages = Math.Max(1, (total + filter.PageSize - 1) / filter.PageSize);
        int page = Math.Clamp(filter.Page, 1, pages);
        List<StopeRow> rows = await Rows(Ordered(found, filter))
            .Skip((page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .ToListAsync(cancellationToken);
        return new StopeListPage(rows, total, page, filter.PageSize);
    }

    /// <summary>All that a filter finds in its order, whatever its page, one after another.</summary>
    public IAsyncEnumerable<StopeRow> AllAsync(StopeListFilter filter) =>
        Rows(Ordered(Filtered(filter), filter)).AsAsyncEnumerable();

    /// <summary>Active stopes that need eyes first: the highest levels whose readings are fresh.</summary>
    public async Task<IReadOnlyList<StopeRow>> WorstAsync(int count, CancellationToken cancellationToken)
    {
        DateTime cutoff = Cutoff;
        IQueryable<Joined> found = Filtered(new StopeListFilter())
            .Where(row =>
                row.FailedAt == null
                && row.Prediction!.Level >= RiskLevel.Elevated
                && (row.Prediction.AsOf == null || row.Prediction.AsOf >= cutoff)
            )
            .OrderByDescending(row => row.Prediction!.Level)
            .ThenByDescending(row => row.Prediction!.SevenDayProbability)
            .ThenBy(row => row.Stope.Id);
        return await Rows(found).Take(count).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Mine>> MinesAsync(CancellationToken cancellationToken) =>
        await database.Mines.AsNoTracking().OrderBy(mine => mine.Name).ToListAsync(cancellationToken);

    /// <summary>How many stopes a filter finds.</summary>
    public Task<int> CountAsync(StopeListFilter filter, CancellationToken cancellationToken) =>
        Filtered(filter).CountAsync(cancellationToken);

    /// <summary>Keys of the stopes that a filter finds, whatever its page.</summary>
    public async Task<IReadOnlyList<int>> IdsAsync(StopeListFilter filter, CancellationToken cancellationToken) =>
        await Filtered(filter).Select(row => row.Stope.Id).ToListAsync(cancellationToken);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateTime Cutoff => Now - predictions.Value.StaleAfter;

    private IQueryable<Joined> Filtered(StopeListFilter filter)
    {
        IQueryable<Stope> stopes = database
            .Stopes.AsNoTracking()
            .Where(stope => filter.Archived ? stope.ArchivedAt != null : stope.ArchivedAt == null);
        if (filter.MineId is { } mine)
        {
            stopes = stopes.Where(stope => stope.MineId == mine);
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            string pattern = LikePattern.Containing(filter.Search.Trim());
            stopes = stopes.Where(stope => EF.Functions.Like(stope.Name, pattern, LikePattern.Escape));
        }

        if (filter.ToReview)
        {
            stopes = stopes.Where(stope => database.WaitingOutcomes().Any(outcome => outcome.StopeId == stope.Id));
        }

        IQueryable<Joined> rows = Joined.Latest(database, stopes);
        rows = filter.Failed ? rows.Where(row => row.FailedAt != null) : OfLevel(rows, filter.Level);
        return filter.Change is { } change ? StopeChanges.Of(database, rows, change, (Now - Day, Cutoff)) : rows;
    }

    private IQueryable<Joined> OfLevel(IQueryable<Joined> rows, RiskLevel? wanted)
    {
        DateTime cutoff = Cutoff;
        if (wanted is null)
        {
            return rows;
        }

        rows = rows.Where(row => row.FailedAt == null);
        return wanted switch
        {
            RiskLevel.Unknown => rows.Where(row => row.Prediction == null || row.Prediction.Level == RiskLevel.Unknown),
            RiskLevel.Stale => rows.Where(row =>
                row.Prediction != null
                && row.Prediction.Level != RiskLevel.Unknown
                && (row.Prediction.AsOf < cutoff || row.Prediction.Level == RiskLevel.Stale)
            ),
            _ => rows.Where(row =>
                row.Prediction != null
                && row.Prediction.Level == wanted
                && (row.Prediction.AsOf == null || row.Prediction.AsOf >= cutoff)
            ),
        };
    }

    private IQueryable<Joined> Ordered(IQueryable<Joined> rows, StopeListFilter filter)
    {
        DateTime cutoff = Cutoff;
        bool down = filter.Descending;
        IOrderedQueryable<Joined> ordered = filter.Sort switch
        {
            StopeSort.Mine => rows.By(row => row.Mine.Name, down),
            StopeSort.Level => rows.By(
                row =>
                    row.FailedAt != null ? null
                    : row.Prediction!.AsOf < cutoff ? 0
                    : (int?)row.Prediction!.Level,
                down
            ),
            StopeSort.SevenDay => rows.By(row => row.Prediction!.SevenDayProbability, down),
            StopeSort.Depth => rows.By(row => row.Stope.Properties.DepthMetres, down),
            StopeSort.HydraulicRadius => rows.By(row => row.Stope.Properties.HydraulicRadiusMetres, down),
            StopeSort.AsOf => rows.By(row => row.Prediction!.AsOf, down),
            _ => rows.By(row => row.Stope.Name, down),
        };
        if (filter.Sort == StopeSort.Level)
        {
            ordered = ThenWithinLevel(ordered, down);
        }

        return ordered.ThenBy(row => row.Stope.Name).ThenBy(row => row.Stope.Id);
    }

    // Of those that are stale by now the worst that was said, and of a level the least stable.
    private static IOrderedQueryable<Joined> ThenWithinLevel(IOrderedQueryable<Joined> ordered, bool down) =>
        down
            ? ordered
                .ThenByDescending(row => row.Prediction!.Level)
                .ThenByDescending(row => row.Prediction!.NotStableProbability)
            : ordered.ThenBy(row => row.Prediction!.Level).ThenBy(row => row.Prediction!.NotStableProbability);

    private IQueryable<StopeRow> Rows(IQueryable<Joined> rows)
    {
        DateTime cutoff = Cutoff;
        return rows.Select(row => new StopeRow
        {
            Id = row.Stope.Id,
            Name = row.Stope.Name,
            Mine = row.Mine.Name,
            Zone = row.Mine.TimeZoneId,
            IsSynthetic = row.Mine.IsSynthetic,
            RockType = row.Stope.Properties.RockType,
            DepthMetres = row.Stope.Properties.DepthMetres,
            HydraulicRadiusMetres = row.Stope.Properties.HydraulicRadiusMetres,
            ComputedLevel = row.Prediction == null ? null : row.Prediction.Level,
            Class = row.Prediction == null ? null : row.Prediction.Class,
            Mode = row.Prediction == null ? null : row.Prediction.Mode,
            SevenDayProbability = row.Prediction == null ? null : row.Prediction.SevenDayProbability,
            NotStableProbability = row.Prediction == null ? null : row.Prediction.NotStableProbability,
            AsOf = row.Prediction == null ? null : row.Prediction.AsOf,
            FailedAt = row.FailedAt,
            IsOld = row.Prediction != null && (row.Prediction.AsOf < cutoff || row.Prediction.Level == RiskLevel.Stale),
        });
    }
}
