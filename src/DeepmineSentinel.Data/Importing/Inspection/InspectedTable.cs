using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>What the beginning of a file shows, and how the file is probably to be read.</summary>
public sealed record InspectedTable
{
    /// <summary>What the file probably brings.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Whether it is a workbook; else it is text.</summary>
    public required bool IsWorkbook { get; init; }

    /// <summary>Names of the workbook's sheets; none for text.</summary>
    public required IReadOnlyList<string> Sheets { get; init; }

    /// <summary>The header as it stands in the file; empty where the file cannot be read.</summary>
    public required IReadOnlyList<string> Header { get; init; }

    /// <summary>The first rows as they stand in the file.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>How the file is probably written and which of its columns bring what.</summary>
    public required TableShape Shape { get; init; }

    /// <summary>What a person should look at before going on, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Why the file cannot be read at all; empty where it can.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }
}
