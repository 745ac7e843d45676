using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Importing;

/// <summary>What an import did, or would have done.</summary>
public sealed record ImportReport
{
    /// <summary>What the file brought.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Whether anything was written: not for a dry run, not when the file was refused.</summary>
    public required bool Written { get; init; }

    /// <summary>Whether it was a dry run.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Rows with anything in them.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows added, or that would have been.</summary>
    public required int Added { get; init; }

    /// <summary>Rows changed, or that would have been.</summary>
    public required int Updated { get; init; }

    /// <summary>Rows refused.</summary>
    public required int Rejected { get; init; }

    /// <summary>Problems in the order of the file, at most <see cref="InputRejectedException.MostShown"/>.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <summary>How many problems there are in all.</summary>
    public required int TotalProblems { get; init; }

    /// <summary>What is odd in the file without being wrong, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The import's record; null when nothing was written.</summary>
    public int? BatchId { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the file was refused for its problems.</summary>
    public bool IsRefused => TotalProblems > 0 && !Written;
}
