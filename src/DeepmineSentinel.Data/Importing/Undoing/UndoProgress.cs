namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>How far an undo is.</summary>
/// <param name="Done">Rows removed or put back so far.</param>
/// <param name="Total">Rows that the import added or changed.</param>
public readonly record struct UndoProgress(long Done, long Total);
