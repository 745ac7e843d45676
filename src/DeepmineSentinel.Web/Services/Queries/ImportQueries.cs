using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The records of imports for pages and commands, by a fixed number of statements.</summary>
public sealed class ImportQueries(IDbContextFactory<SentinelDbContext> contexts)
{
    /// <summary>One page of imports, newest first: two statements.</summary>
    public async Task<ImportListPage> FindAsync(ImportListFilter filter, CancellationToken cancellationToken)
    {
        await using SentinelDbContext database = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<ImportBatch> found = Filtered(database, filter);
        int total = await found.CountAsync(cancellationToken);
        int pages = new ImportListPage([], total, 1).Pages;
        int page = Math.Clamp(filter.Page, 1, pages);
        List<ImportBatch> rows = await found
            .OrderByDescending(batch => batch.Id)
            .Skip((page - 1) * ImportListFilter.PageSize)
            .Take(ImportListFilter.PageSize)
            .ToListAsync(cancellationToken);
        return new ImportListPage(rows, total, page);
    }

    /// <summary>One import.</summary>
    /// <exception cref="SentinelException">There is no such import.</exception>
    public async Task<ImportBatch> GetAsync(int id, CancellationToken cancellationToken)
    {
        await using SentinelDbContext database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.ImportBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "import_not_found", $"There is no import {id}.");
    }

    private static IQueryable<ImportBatch> Filtered(SentinelDbContext database, ImportListFilter filter)
    {
        IQueryable<ImportBatch> rows = database.ImportBatches.AsNoTracking();
        if (filter.Kind is { } kind)
        {
            rows = rows.Where(batch => batch.Kind == kind);
        }

        if (filter.Undone is { } undone)
        {
            rows = rows.Where(batch => undone == (batch.UndoneAt != null));
        }

        if (string.IsNullOrWhiteSpace(filter.Search))
        {
            return rows;
        }

        string pattern = LikePattern.Containing(filter.Search.Trim());
        return rows.Where(batch => EF.Functions.Like(batch.FileName, pattern, LikePattern.Escape));
    }
}
