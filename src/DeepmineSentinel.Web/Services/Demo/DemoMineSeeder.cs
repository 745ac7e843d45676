using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Demo;

/// <summary>Brings the shipped demo mine into the database, its last day made yesterday, and takes it out again.</summary>
public sealed class DemoMineSeeder(
    IDbContextFactory<SentinelDbContext> contexts,
    MineImporter importer,
    DemoMineSettings settings,
    DataChanges changes,
    TimeProvider clock
)
{
    /// <summary>Seeds where settings allow it and the database has no mine; says whether it did.</summary>
    public async Task<bool> SeedIfEmptyAsync(CancellationToken cancellationToken)
    {
        if (!settings.SeedsItself || !File.Exists(settings.Files.StaticPath))
        {
            return false;
        }

        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.Mines.AnyAsync(cancellationToken) && await SeedAsync(cancellationToken);
    }

    /// <summary>Seeds; says whether it had to.</summary>
    /// <exception cref="SentinelException">The shipped files are not there.</exception>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not null)
        {
            return false;
        }

        MineDataset dataset = new MineCsvReader(clock).Read(
            settings.Files,
            new MineReadOptions { DefaultMine = Mine.DemoName },
            cancellationToken
        );
        AddMineOptions adding = new() { IsSynthetic = true, Shift = Shift(dataset) };
        try
        {
            await importer.AddMineAsync(dataset, adding, cancellationToken);
        }
        catch (SentinelException taken) when (taken.Kind == FailureKind.Conflict)
        {
            // Another process seeded at the same moment: what was wanted is there.
            if (await FindAsync(cancellationToken) is null)
            {
                throw;
            }

            return false;
        }

        changes.EverythingChanged();
        return true;
    }

    /// <summary>Removes the demo mine with all that belongs to it; says whether there was one.</summary>
    public async Task<bool> RemoveAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        int removed = await context
            .Mines.Where(mine => mine.Name == Mine.DemoName && mine.IsSynthetic)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed > 0)
        {
            changes.EverythingChanged();
        }

        return removed > 0;
    }

    private async Task<int?> FindAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Mines.Where(mine => mine.Name == Mine.DemoName)
            .Select(mine => (int?)mine.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private TimeSpan Shift(MineDataset dataset)
    {
        DateTime last = dataset.Stopes.SelectMany(stope => stope.Readings).Max(reading => reading.Timestamp);
        return clock.GetUtcNow().UtcDateTime.Date.AddDays(-1) - last.Date;
    }
}
