using System.Data.Common;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>
/// The pointers production and previous, two a purpose, and the history of their moves. One writer at a time among all
/// processes; the line in <c>registry.jsonl</c> is on disk before the transaction commits (docs/decisions/074).
/// </summary>
public sealed class ModelPointers(
    IDbContextFactory<SentinelDbContext> contexts,
    RegistryLog log,
    RegistryHealing healing,
    TimeProvider clock
) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Both pointers, read at one moment.</summary>
    public async Task<ProductionPointers> ReadAsync(ModelPurpose purpose, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await PointedAsync(context.ModelVersions.AsNoTracking(), purpose, cancellationToken);
    }

    /// <summary>Moves of all pointers, newest first.</summary>
    /// <param name="runId">Only those from or to this run; null: all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<PointerMove>> HistoryAsync(string? runId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .PointerMoves.AsNoTracking()
            .Where(move => runId == null || move.RunId == runId || move.PreviousRunId == runId)
            .OrderByDescending(move => move.Sequence)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Lets a version answer; the present one becomes the previous. Nothing happens where it answers already.</summary>
    /// <returns>The move; null: it answered already.</returns>
    /// <exception cref="SentinelException">No such version, it is archived, or production moved meanwhile.</exception>
    public Task<PointerMove?> PromoteAsync(PointerChoice choice, CancellationToken cancellationToken) =>
        MoveAsync(
            async (context, token) =>
            {
                ModelVersion next = await ModelRegistry.FindAsync(context, choice.RunId, token);
                ProductionPointers now = await PointedAsync(context.ModelVersions, next.Purpose, token);
                if (now.Production?.RunId == next.RunId)
                {
                    return null;
                }

                return now.Production?.RunId == choice.Instead
                    ? new PlannedMove(PointerMoveKind.Promotion, next, now, choice)
                    : throw Moved();
            },
            cancellationToken
        );

    /// <summary>Swaps production and previous; twice is back again.</summary>
    /// <param name="purpose">Whose pointers.</param>
    /// <param name="choice">Names the previous version, as the person saw it.</param>
    /// <param name="cancellationToken">Stops it before anything was changed.</param>
    /// <exception cref="SentinelException">There is no previous version, or it is another one by now.</exception>
    public Task<PointerMove?> RollbackAsync(
        ModelPurpose purpose,
        PointerChoice choice,
        CancellationToken cancellationToken
    ) =>
        MoveAsync(
            async (context, token) =>
            {
                ProductionPointers now = await PointedAsync(context.ModelVersions, purpose, token);
                ModelVersion back = now.Previous ?? throw NoPrevious();
                return back.RunId == choice.RunId.Value
                    ? new PlannedMove(PointerMoveKind.Rollback, back, now, choice)
                    : throw Moved();
            },
            cancellationToken
        );

    /// <summary>Brings rows and <c>registry.jsonl</c> together where a process ended between the two.</summary>
    /// <param name="evenIfEqual">Points again where both know the same moves, as after a rescan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Sentences about what was mended; empty: nothing.</returns>
    public async Task<IReadOnlyList<string>> HealAsync(bool evenIfEqual, CancellationToken cancellationToken)
    {
        if (!evenIfEqual && !await healing.IsDueAsync(cancellationToken))
        {
            return [];
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            using RegistryLogWriter writer = await log.OpenAsync(cancellationToken);
            return await healing.HealAsync(writer, evenIfEqual, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    internal static SentinelException NoPrevious() =>
        new(FailureKind.Conflict, "no_previous_model", "There is no previous version to go back to.");

    private static SentinelException Moved(Exception? inner = null) =>
        new(
            FailureKind.Conflict,
            "promotion_conflict",
            "Another version was promoted at the same moment; look at the list and decide again.",
            inner
        );

    private async Task<PointerMove?> MoveAsync(
        Func<SentinelDbContext, CancellationToken, Task<PlannedMove?>> plan,
        CancellationToken cancellationToken
    )
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            using RegistryLogWriter writer = await log.OpenAsync(cancellationToken);
            await healing.HealAsync(writer, evenIfEqual: false, cancellationToken);
            PointerMove? done = null;
            await contexts.RunAsync(
                async (context, token) => done = await MoveAsync(context, plan, writer, token),
                cancellationToken
            );
            return done;
        }
        catch (DbUpdateException exception)
        {
            throw Moved(exception);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<PointerMove?> MoveAsync(
        SentinelDbContext context,
        Func<SentinelDbContext, CancellationToken, Task<PlannedMove?>> plan,
        RegistryLogWriter writer,
        CancellationToken cancellationToken
    )
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await plan(context, cancellationToken) is not { } planned)
        {
            return null;
        }

        long last = await context.PointerMoves.MaxAsync(move => (long?)move.Sequence, cancellationToken) ?? 0;
        PointerMove move = planned.ToMove(last + 1, clock.GetUtcNow().UtcDateTime);
        await PointAsync(context, planned, move.At, cancellationToken);
        context.PointerMoves.Add(move);
        await context.SaveChangesAsync(cancellationToken);
        long end = writer.Append(move);
        await CommitAsync(transaction, move, () => writer.TakeBack(end));
        return move;
    }

    // One save a step: at every moment at most one row a purpose has each pointer, and the database checks it.
    private static async Task PointAsync(
        SentinelDbContext context,
        PlannedMove planned,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        if (planned.Now.Previous is { } previous)
        {
            previous.Retire();
            await context.SaveChangesAsync(cancellationToken);
        }

        if (planned.Now.Production is { } production)
        {
            production.StepDown();
            await context.SaveChangesAsync(cancellationToken);
        }

        planned.Next.Promote(at);
        await context.SaveChangesAsync(cancellationToken);
    }

    // The line is on disk: it is taken back only where the database surely has not committed.
    private async Task CommitAsync(IDbContextTransaction transaction, PointerMove move, Action takeBack)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(CancellationToken.None);
            if (!await context.PointerMoves.AnyAsync(known => known.Sequence == move.Sequence, CancellationToken.None))
            {
                takeBack();
                throw;
            }
        }
    }

    private static async Task<ProductionPointers> PointedAsync(
        IQueryable<ModelVersion> versions,
        ModelPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        List<ModelVersion> pointed = await versions
            .Where(version => version.Purpose == purpose)
            .Where(version =>
                version.State == ModelVersionState.Production || version.State == ModelVersionState.Previous
            )
            .ToListAsync(cancellationToken);
        return new ProductionPointers(
            pointed.Find(version => version.State == ModelVersionState.Production),
            pointed.Find(version => version.State == ModelVersionState.Previous)
        );
    }
}
