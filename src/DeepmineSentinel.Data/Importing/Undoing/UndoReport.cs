using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>What taking an import back did.</summary>
/// <param name="Batch">The import, marked as undone.</param>
/// <param name="Removed">Rows that it had added and that are gone.</param>
/// <param name="Restored">Rows that it had changed and that are as they were before.</param>
public sealed record UndoReport(ImportBatch Batch, int Removed, int Restored);
