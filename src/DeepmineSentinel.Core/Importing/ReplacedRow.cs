namespace DeepmineSentinel.Core.Importing;

/// <summary>What an import found where it wrote: a row as it was, or nothing.</summary>
public sealed record ReplacedRow
{
    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The import that wrote.</summary>
    public required int ImportBatchId { get; init; }

    /// <summary>What was written.</summary>
    public required ReplacedSubject Subject { get; init; }

    /// <summary>Key of the row that stood there; of a mine that the import made, its own.</summary>
    public required int SubjectId { get; init; }

    /// <summary>The import that had brought the row; null: none had.</summary>
    public int? PriorBatchId { get; init; }

    /// <summary>The row as JSON; null: there was none.</summary>
    public string? Before { get; init; }
}
