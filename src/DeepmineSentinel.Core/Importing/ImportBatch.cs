namespace DeepmineSentinel.Core.Importing;

/// <summary>One import: which file brought which rows, so that it can be traced and taken back.</summary>
public sealed record ImportBatch
{
    /// <summary>Longest file name.</summary>
    public const int FileNameLength = 260;

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>What it brought.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Mine it went to; null for case histories.</summary>
    public required int? MineId { get; init; }

    /// <summary>Name of the file without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime ImportedAt { get; init; }

    /// <summary>Who.</summary>
    public required string ImportedBy { get; init; }

    /// <summary>Rows added.</summary>
    public required int Added { get; init; }

    /// <summary>Rows changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Rows left out (only with --accept-valid).</summary>
    public required int Rejected { get; init; }
}
