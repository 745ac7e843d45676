namespace DeepmineSentinel.Core.Importing;

/// <summary>One import: which file brought which rows, so that it can be traced and taken back.</summary>
public sealed record ImportBatch
{
    /// <summary>Longest file name.</summary>
    public const int FileNameLength = 260;

    /// <summary>Longest text of mines' names.</summary>
    public const int MineNamesLength = 500;

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>What it brought.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Mine it went to; null for case histories, for several mines, and once that mine is gone.</summary>
    public required int? MineId { get; init; }

    /// <summary>Names of the mines it went to, parted by commas; null for case histories and imports before this was kept.</summary>
    public string? MineNames { get; init; }

    /// <summary>Name of the file without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime ImportedAt { get; init; }

    /// <summary>Who.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>Rows of the file with anything in them; 0 for imports before this was kept.</summary>
    public int RowsRead { get; init; }

    /// <summary>Rows added.</summary>
    public required int Added { get; init; }

    /// <summary>Rows changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Rows left out (only with --accept-valid).</summary>
    public required int Rejected { get; init; }

    /// <summary>How many problems the file had.</summary>
    public int Problems { get; init; }

    /// <summary>Problems and remarks of the report as JSON; null: it had none, or they were not kept.</summary>
    public string? Report { get; init; }

    /// <summary>Whether what stood before its changes was kept, so that they can be taken back.</summary>
    public bool KeepsReplaced { get; init; }

    /// <summary>When it was undone, UTC; null: it stands.</summary>
    public DateTime? UndoneAt { get; init; }

    /// <summary>Who undid it; null: nobody.</summary>
    public string? UndoneBy { get; init; }
}
