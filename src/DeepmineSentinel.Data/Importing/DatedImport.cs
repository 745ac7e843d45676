using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing;

/// <summary>What events and outcomes have in common: they never change, so an update replaces.</summary>
/// <typeparam name="TEntity">Event or outcome.</typeparam>
/// <typeparam name="TKey">What makes two of them the same.</typeparam>
internal abstract class DatedImport<TEntity, TKey>(ImportScope scope, ImportKind kind) : RowImport(scope)
    where TEntity : class
    where TKey : struct
{
    private const int RowsAtOnce = 500;
    private readonly List<(TEntity Entity, PendingRow Row)> pending = [];

    public override async ValueTask TakeAsync(RowReader row, CancellationToken token)
    {
        if (Parse(row) is not { } parsed || await ResolveAsync(row, parsed.Key, token) is not { } keys)
        {
            return;
        }

        pending.Add((Placed(parsed.Entity, keys.StopeId, keys.BatchId), Pending(row)));
        if (pending.Count >= RowsAtOnce)
        {
            await FlushAsync(token);
        }
    }

    public override async Task FlushAsync(CancellationToken token)
    {
        if (pending.Count == 0)
        {
            return;
        }

        Dictionary<TKey, TEntity> stored = await StoredAsync([.. pending.Select(row => row.Entity)], token);
        HashSet<TKey> seen = [];
        foreach ((TEntity entity, PendingRow row) in pending)
        {
            TKey key = KeyOf(entity);
            TEntity? before = stored.GetValueOrDefault(key);
            if (!seen.Add(key) || (before is not null && BatchOf(before) == BatchOf(entity)))
            {
                Scope.Refuse(row, TimeColumn, RowReasons.Twice(kind));
            }
            else if (before is not null && !Scope.Request.Update)
            {
                Scope.Refuse(row, TimeColumn, RowReasons.Known(kind));
            }
            else
            {
                Write(entity, before);
            }
        }

        await Scope.Context.SaveChangesAsync(token);
        Scope.Context.ChangeTracker.Clear();
        pending.Clear();
    }

    protected abstract string TimeColumn { get; }

    protected abstract (StopeKey Key, TEntity Entity)? Parse(RowReader row);

    protected abstract TEntity Placed(TEntity entity, int stopeId, int batchId);

    protected abstract TKey KeyOf(TEntity entity);

    protected abstract int? BatchOf(TEntity entity);

    /// <summary>Remembers a stored row that is about to be replaced.</summary>
    protected abstract void KeepBefore(TEntity before);

    /// <summary>What is stored for the stopes and the span of time of some rows.</summary>
    protected abstract Task<Dictionary<TKey, TEntity>> StoredAsync(
        IReadOnlyList<TEntity> entities,
        CancellationToken token
    );

    private void Write(TEntity entity, TEntity? before)
    {
        Scope.Context.Add(entity);
        if (before is null)
        {
            Scope.Added++;
            return;
        }

        KeepBefore(before);
        Scope.Context.Remove(before);
        Scope.Updated++;
    }
}
