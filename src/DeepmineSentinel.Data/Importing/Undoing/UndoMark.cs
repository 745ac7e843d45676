namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Who undoes an import, and when.</summary>
internal sealed record UndoMark(DateTime At, string By);
