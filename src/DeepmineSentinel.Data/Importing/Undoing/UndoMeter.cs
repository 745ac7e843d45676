namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Counts the rows of one try at an undo.</summary>
internal sealed class UndoMeter(IProgress<UndoProgress>? progress, long total)
{
    private long done;

    public void Add(long rows)
    {
        done += rows;
        progress?.Report(new UndoProgress(done, total));
    }
}
