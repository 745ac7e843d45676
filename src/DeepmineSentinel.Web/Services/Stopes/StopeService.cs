using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Changes that people make to stopes. Every change asks for a new prediction.</summary>
public sealed class StopeService(SentinelDbContext database, DataChanges changes, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="SentinelException">A value is out of range, the mine is unknown or the name is taken.</exception>
    public async Task<int> CreateAsync(
        int mineId,
        string name,
        StopeProperties properties,
        CancellationToken cancellationToken
    )
    {
        if (!await database.Mines.AnyAsync(mine => mine.Id == mineId, cancellationToken))
        {
            throw new SentinelException(FailureKind.NotFound, "mine_not_found", "There is no such mine.");
        }

        Stope stope = new(mineId, name, properties, Now);
        await RefuseTakenNameAsync(stope, cancellationToken);
        database.Stopes.Add(stope);
        await SaveAsync(stope, cancellationToken);
        return stope.Id;
    }

    /// <exception cref="SentinelException">A value is out of range, the name is taken, or somebody else changed it since.</exception>
    public async Task EditAsync(
        (int Id, int Revision) seen,
        string name,
        StopeProperties properties,
        CancellationToken cancellationToken
    )
    {
        Stope stope = await FindAsync(seen.Id, cancellationToken);
        if (stope.Revision != seen.Revision)
        {
            throw Changed();
        }

        stope.Rename(name, Now);
        stope.Describe(properties, Now);
        await RefuseTakenNameAsync(stope, cancellationToken);
        await SaveAsync(stope, cancellationToken);
    }

    public async Task ArchiveAsync(int id, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync(id, cancellationToken);
        stope.Archive(Now);
        await SaveAsync(stope, cancellationToken);
    }

    public async Task RestoreAsync(int id, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync(id, cancellationToken);
        stope.Restore(Now);
        await SaveAsync(stope, cancellationToken);
    }

    /// <exception cref="SentinelException">The moment is in the future, or occurrence follows observation.</exception>
    public async Task AddOutcomeAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync(outcome.StopeId, cancellationToken);
        if (outcome.ObservedAt > Now)
        {
            throw Rejected("outcome_in_future", "An outcome cannot be observed in the future.");
        }

        if (outcome.OccurredAt > outcome.ObservedAt)
        {
            throw Rejected("outcome_order", "An outcome cannot occur after it was observed.");
        }

        database.Outcomes.Add(outcome);
        await SaveAsync(stope, cancellationToken);
    }

    private static SentinelException Rejected(string code, string message) =>
        new(FailureKind.InvalidInput, code, message);

    private static SentinelException Changed() =>
        new(
            FailureKind.Conflict,
            "stope_changed",
            "Somebody else changed this stope since you opened the form. Compare with the present values and save again."
        );

    private async Task<Stope> FindAsync(int id, CancellationToken cancellationToken) =>
        await database.Stopes.FindAsync([id], cancellationToken)
        ?? throw new SentinelException(FailureKind.NotFound, "stope_not_found", "There is no such stope.");

    private async Task RefuseTakenNameAsync(Stope stope, CancellationToken cancellationToken)
    {
        bool taken = await database.Stopes.AnyAsync(
            other => other.MineId == stope.MineId && other.Name == stope.Name && other.Id != stope.Id,
            cancellationToken
        );
        if (taken)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "stope_name_taken",
                "Another stope of this mine has this name already; archived ones count."
            );
        }
    }

    private async Task SaveAsync(Stope stope, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Changed();
        }

        changes.StopeChanged(stope.Id);
    }
}
