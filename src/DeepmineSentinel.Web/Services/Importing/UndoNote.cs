namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>That somebody asked for an import to be undone.</summary>
/// <param name="BatchId">Key of the import.</param>
/// <param name="ImportedAt">When it was imported, UTC: a database that was put back may give its key to another.</param>
/// <param name="AskedAt">When it was asked, UTC.</param>
/// <param name="AskedBy">Who asked.</param>
public sealed record UndoNote(int BatchId, DateTime ImportedAt, DateTime AskedAt, string AskedBy);
