using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Exporting;

/// <summary>Writes what was imported as CSV that can be imported again, archived stopes included.</summary>
/// <param name="contexts">Where contexts come from.</param>
public sealed class MineExporter(IDbContextFactory<SentinelDbContext> contexts)
{
    /// <summary>Exports one kind of rows.</summary>
    /// <param name="kind">What to export.</param>
    /// <param name="mineName">Mine; null: all. Case histories belong to none.</param>
    /// <param name="destination">Gets UTF-8 text; stays open.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <exception cref="SentinelException">There is no mine of that name.</exception>
    public async Task ExportAsync(
        ImportKind kind,
        string? mineName,
        Stream destination,
        CancellationToken cancellationToken
    )
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        using SpoolFile buffer = new();
        if (kind == ImportKind.CaseHistories)
        {
            CaseHistoryStore.Write(await CaseHistoryStore.OrderedAsync(context, cancellationToken), buffer.Stream);
            await buffer.CopyToAsync(destination, cancellationToken);
            return;
        }

        List<Mine> mines = mineName is null
            ? await context.Mines.AsNoTracking().ToListAsync(cancellationToken)
            : [await MineSelection.FindAsync(context, mineName, cancellationToken)];
        MineRowSource rows = await MineRowSource.OpenAsync(context, mines, cancellationToken);
        await rows.WriteAsync(kind, buffer.Stream, cancellationToken);
        await buffer.CopyToAsync(destination, cancellationToken);
    }
}
