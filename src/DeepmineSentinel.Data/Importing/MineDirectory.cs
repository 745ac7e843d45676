using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Mines and the keys of their stopes by name, names compared without regard to case.</summary>
internal sealed class MineDirectory(SentinelDbContext context, TimeZoneInfo? zone)
{
    private readonly Dictionary<string, Mine> mines = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, Dictionary<string, int>> stopes = [];

    public async Task LoadAsync(CancellationToken token)
    {
        foreach (Mine mine in await context.Mines.AsNoTracking().ToListAsync(token))
        {
            mines[mine.Name] = mine;
        }
    }

    public Mine? Find(string name) => mines.GetValueOrDefault(name);

    /// <summary>Zone of timestamps without one.</summary>
    public TimeZoneInfo ZoneOf(string mine) =>
        zone ?? (Find(mine) is { } known ? TimeZoneInfo.FindSystemTimeZoneById(known.TimeZoneId) : TimeZoneInfo.Utc);

    public async Task<Mine> AddAsync(Mine mine, CancellationToken token)
    {
        context.Add(mine);
        await context.SaveChangesAsync(token);
        context.ChangeTracker.Clear();
        mines[mine.Name] = mine;
        return mine;
    }

    /// <summary>Keys of a mine's stopes, to be added to by who adds stopes.</summary>
    public async ValueTask<Dictionary<string, int>> StopesAsync(Mine mine, CancellationToken token)
    {
        if (!stopes.TryGetValue(mine.Id, out Dictionary<string, int>? names))
        {
            names = await context
                .Stopes.AsNoTracking()
                .Where(stope => stope.MineId == mine.Id)
                .Select(stope => new { stope.Name, stope.Id })
                .ToDictionaryAsync(stope => stope.Name, stope => stope.Id, StringComparer.OrdinalIgnoreCase, token);
            stopes[mine.Id] = names;
        }

        return names;
    }
}
