using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Takes the rows of one kind of file; writes them some thousands at a time.</summary>
internal abstract class RowImport(ImportScope scope)
{
    protected ImportScope Scope { get; } = scope;

    /// <summary>Takes the present row; what is wrong with it was reported when this returns.</summary>
    public abstract ValueTask TakeAsync(RowReader row, CancellationToken token);

    /// <summary>Writes what is pending.</summary>
    public abstract Task FlushAsync(CancellationToken token);

    protected PendingRow Pending(RowReader row) => new(row.Table.Line, Scope.Rejects.IsWanted ? row.Table.Cells() : []);

    /// <summary>Key of the stope and of the import's record; null when the row was refused for its mine or stope.</summary>
    protected async ValueTask<(int StopeId, int BatchId)?> ResolveAsync(
        RowReader row,
        StopeKey key,
        CancellationToken token
    )
    {
        if (Scope.Mines.Find(key.Mine) is not { } mine)
        {
            row.Refuse(
                row.Table.Layout.IndexOf(CsvLayout.Mine),
                "names a mine that is not here; import its stopes first"
            );
            return null;
        }

        Dictionary<string, int> stopes = await Scope.Mines.StopesAsync(mine, token);
        if (!stopes.TryGetValue(key.Name, out int stopeId))
        {
            row.Refuse(row.Table.Layout.IndexOf(CsvLayout.StopeName), RowReasons.UnknownStope);
            return null;
        }

        return (stopeId, await Scope.Batches.ForAsync(mine, token));
    }
}
