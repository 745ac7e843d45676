using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Exporting;

/// <summary>Which mines data are taken from.</summary>
/// <param name="MineName">One mine; null: all that are not synthetic if any of them has stopes, else the synthetic ones.</param>
public sealed record MineSelection(string? MineName = null)
{
    /// <summary>The mines.</summary>
    internal async Task<IReadOnlyList<Mine>> ResolveAsync(SentinelDbContext context, CancellationToken token)
    {
        if (MineName is { } name)
        {
            return [await FindAsync(context, name, token)];
        }

        List<Mine> mines = await context
            .Mines.AsNoTracking()
            .Where(mine => context.Stopes.Any(stope => stope.MineId == mine.Id))
            .ToListAsync(token);
        List<Mine> observed = [.. mines.Where(mine => !mine.IsSynthetic)];
        return observed.Count > 0 ? observed : mines;
    }

    internal static async Task<Mine> FindAsync(SentinelDbContext context, string name, CancellationToken token) =>
        await context.Mines.AsNoTracking().SingleOrDefaultAsync(mine => mine.Name == name, token)
        ?? throw new SentinelException(FailureKind.NotFound, "mine_not_found", $"There is no mine named {name}.");
}
