using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Changes that people make to stopes. Every change asks for a new prediction.</summary>
public sealed class StopeService(SentinelDbContext database, DataChanges changes, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Code of the failure that somebody else changed the stope since it was looked at.</summary>
    public const string ChangedCode = "stope_changed";

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
        await database.Database.CreateExecutionStrategy().ExecuteAsync(() => AddAsync(stope, cancellationToken));
        changes.StopeChanged(stope.Id);
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
        Stope stope = await FindAsync(seen, cancellationToken);
        StopeFields before = StopeFields.Of(stope);
        stope.Rename(name, Now);
        stope.Describe(properties, Now);
        await RefuseTakenNameAsync(stope, cancellationToken);
        if (before.Until(StopeFields.Of(stope)) is { Count: > 0 } changed)
        {
            trail.OfStope(stope.Id, AuditAction.Edited, changed);
        }

        await SaveAsync(stope, cancellationToken);
    }

    /// <summary>Takes a stope out of lists and predictions; nothing is deleted.</summary>
    /// <param name="seen">The stope, and the revision that was looked at; null: whatever it is.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SentinelException">There is no such stope, or somebody else changed it since.</exception>
    public async Task ArchiveAsync((int Id, int? Revision) seen, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync(seen, cancellationToken);
        if (stope.ArchivedAt is null)
        {
            trail.OfStope(stope.Id, AuditAction.Archived);
        }

        stope.Archive(Now);
        await SaveAsync(stope, cancellationToken);
    }

    /// <summary>Brings an archived stope back.</summary>
    /// <param name="seen">The stope, and the revision that was looked at; null: whatever it is.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SentinelException">There is no such stope, or somebody else changed it since.</exception>
    public async Task RestoreAsync((int Id, int? Revision) seen, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync(seen, cancellationToken);
        if (stope.ArchivedAt is not null)
        {
            trail.OfStope(stope.Id, AuditAction.Restored);
        }

        stope.Restore(Now);
        await SaveAsync(stope, cancellationToken);
    }

    /// <summary>Keeps what was observed; its key is set when this returns.</summary>
    /// <exception cref="SentinelException">
    /// The moment is in the future or too early, occurrence follows observation, or an outcome of that moment is there already.
    /// </exception>
    public async Task AddOutcomeAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync((outcome.StopeId, null), cancellationToken);
        RefuseMoment(outcome.ObservedAt, "outcome", "An outcome cannot be observed in the future.");
        if (outcome.OccurredAt > outcome.ObservedAt)
        {
            throw Rejected("outcome_order", "An outcome cannot occur after it was observed.");
        }

        RefuseMoment(outcome.EffectiveAt, "outcome", "An outcome cannot occur in the future.");

        bool known = await database.Outcomes.AnyAsync(
            other => other.StopeId == outcome.StopeId && other.ObservedAt == outcome.ObservedAt,
            cancellationToken
        );
        RefuseKnown(known, "outcome_known", "An outcome observed at this moment is there already.");
        database.Outcomes.Add(outcome);
        trail.OfStope(stope.Id, AuditAction.OutcomeAdded, RecordFields.Of(outcome));
        await SaveAsync(stope, cancellationToken);
    }

    /// <summary>Keeps something that happened near a stope; its key is set when this returns.</summary>
    /// <exception cref="SentinelException">
    /// There is no such stope, the moment is in the future or too early, or the same event is there already.
    /// </exception>
    public async Task AddEventAsync(OperationalEvent happening, CancellationToken cancellationToken)
    {
        Stope stope = await FindAsync((happening.StopeId, null), cancellationToken);
        RefuseMoment(happening.Timestamp, "event", "An event cannot happen in the future.");
        bool known = await database.Events.AnyAsync(
            other =>
                other.StopeId == happening.StopeId
                && other.Timestamp == happening.Timestamp
                && other.Type == happening.Type
                && other.ChargeKilograms == happening.ChargeKilograms
                && other.DistanceMetres == happening.DistanceMetres,
            cancellationToken
        );
        RefuseKnown(known, "event_known", "The same event is there already.");
        database.Events.Add(happening);
        trail.OfStope(stope.Id, AuditAction.EventAdded, RecordFields.Of(happening));
        await SaveAsync(stope, cancellationToken);
    }

    // Its line needs its key: both are written, or neither.
    private async Task AddAsync(Stope stope, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        await using IDbContextTransaction transaction = await database.Database.BeginTransactionAsync(
            cancellationToken
        );
        database.Stopes.Add(stope);
        await database.SaveChangesAsync(cancellationToken);
        trail.OfStope(stope.Id, AuditAction.Created, StopeFields.Of(stope).AsNew());
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void RefuseMoment(DateTime moment, string what, string inFuture)
    {
        if (WrittenMoment.Problem(moment, Now) is not { } reason)
        {
            return;
        }

        throw moment > Now
            ? Rejected($"{what}_in_future", inFuture)
            : Rejected($"{what}_too_early", $"The moment of the {what} {reason}.");
    }

    private static void RefuseKnown(bool known, string code, string message)
    {
        if (known)
        {
            throw new SentinelException(FailureKind.Conflict, code, message);
        }
    }

    private static SentinelException Rejected(string code, string message) =>
        new(FailureKind.InvalidInput, code, message);

    private static SentinelException Changed() =>
        new(
            FailureKind.Conflict,
            ChangedCode,
            "Somebody else changed this stope since you opened the form. Compare with the present values and save again."
        );

    private async Task<Stope> FindAsync((int Id, int? Revision) seen, CancellationToken cancellationToken)
    {
        Stope stope =
            await database.Stopes.FindAsync([seen.Id], cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "stope_not_found", "There is no such stope.");
        return seen.Revision is null || seen.Revision == stope.Revision ? stope : throw Changed();
    }

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
