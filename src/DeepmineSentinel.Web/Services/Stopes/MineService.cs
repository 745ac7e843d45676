using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Mines that people enter by hand; imports bring theirs themselves.</summary>
public sealed class MineService(SentinelDbContext database, DataChanges changes, AuditTrail trail)
{
    /// <summary>Code of the failure that somebody else changed the mine since it was looked at.</summary>
    public const string ChangedCode = "mine_changed";

    /// <summary>Code of the failure that another mine has the name.</summary>
    public const string TakenCode = "mine_name_taken";

    /// <summary>Mines by name, each with the number of its stopes that are not archived.</summary>
    public async Task<IReadOnlyList<(Mine Mine, int Stopes)>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database
            .Mines.AsNoTracking()
            .OrderBy(mine => mine.Name)
            .Select(mine => new
            {
                Mine = mine,
                Stopes = database.Stopes.Count(stope => stope.MineId == mine.Id && stope.ArchivedAt == null),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Mine, row.Stopes))];
    }

    /// <exception cref="SentinelException">There is no such mine.</exception>
    public async Task<Mine> GetAsync(int id, CancellationToken cancellationToken) =>
        await database.Mines.AsNoTracking().FirstOrDefaultAsync(mine => mine.Id == id, cancellationToken)
        ?? throw NotFound();

    /// <exception cref="SentinelException">The name or the zone is not usable, or the name is taken.</exception>
    public async Task<int> CreateAsync(string name, string zone, CancellationToken cancellationToken)
    {
        Mine mine = new(name, zone);
        await RefuseTakenNameAsync(mine, cancellationToken);
        database.Mines.Add(mine);
        await SaveAsync(cancellationToken);
        return mine.Id;
    }

    /// <summary>Changes name and zone; what is stored in UTC stays as it is.</summary>
    /// <param name="seen">The mine, with the name and the zone that were looked at.</param>
    /// <param name="name">The name it is to have.</param>
    /// <param name="zone">The zone it is to have.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SentinelException">
    /// The name or the zone is not usable, the name is taken, or somebody else changed the mine since.
    /// </exception>
    public async Task EditAsync(
        (int Id, string? Name, string? Zone) seen,
        string name,
        string zone,
        CancellationToken cancellationToken
    )
    {
        Mine mine = await database.Mines.FindAsync([seen.Id], cancellationToken) ?? throw NotFound();
        if (mine.Name != seen.Name || mine.TimeZoneId != seen.Zone)
        {
            throw Changed();
        }

        mine.Rename(name);
        mine.MoveToZone(zone);
        await RefuseTakenNameAsync(mine, cancellationToken);
        AuditField[] fields =
        [
            new AuditField("mine", seen.Name, mine.Name),
            new AuditField("time_zone", seen.Zone, mine.TimeZoneId),
        ];
        trail.OfMine(mine.Id, AuditAction.Edited, [.. fields.Where(field => field.Before != field.After)]);
        await SaveAsync(cancellationToken);
        changes.EverythingChanged();
    }

    private static SentinelException NotFound() =>
        new(FailureKind.NotFound, "mine_not_found", "There is no such mine.");

    private static SentinelException Taken() =>
        new(FailureKind.Conflict, TakenCode, "Another mine has this name already.");

    private static SentinelException Changed() =>
        new(
            FailureKind.Conflict,
            ChangedCode,
            "Somebody else changed this mine since you opened the form. Compare with the present values and save again."
        );

    private async Task RefuseTakenNameAsync(Mine mine, CancellationToken cancellationToken)
    {
        if (await database.Mines.AnyAsync(other => other.Name == mine.Name && other.Id != mine.Id, cancellationToken))
        {
            throw Taken();
        }
    }

    // Two people can take the same name at the same moment: the index then decides.
    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Changed();
        }
        catch (DbUpdateException failed) when (DatabaseFailure.Explain(failed) is { Code: "duplicate" })
        {
            throw Taken();
        }
    }
}
