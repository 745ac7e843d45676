using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing;

/// <summary>One file to import. Give either <see cref="Path"/> or <see cref="Content"/>.</summary>
public sealed record ImportRequest
{
    /// <summary>What the file brings.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Path of the file; null where <see cref="Content"/> is given.</summary>
    public string? Path { get; init; }

    /// <summary>An uploaded file; must be seekable. Null where <see cref="Path"/> is given.</summary>
    public Stream? Content { get; init; }

    /// <summary>Name of the file for messages and the record; null: taken from the path.</summary>
    public string? FileName { get; init; }

    /// <summary>Mine of rows that name none. A stopes file makes it when it is new.</summary>
    public string MineName { get; init; } = Mine.DefaultName;

    /// <summary>IANA zone of timestamps without one; null: the mine's.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>How the file is written where it is not the product's own form.</summary>
    public TableShape Shape { get; init; } = TableShape.Own;

    /// <summary>Checks everything and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Changes rows that exist instead of refusing them.</summary>
    public bool Update { get; init; }

    /// <summary>Writes the good rows although others are refused.</summary>
    public bool AcceptValid { get; init; }

    /// <summary>Where refused rows are written with their reasons; null: nowhere.</summary>
    public string? RejectsPath { get; init; }

    /// <summary>Who imports.</summary>
    public required string By { get; init; }

    /// <summary>The name to show.</summary>
    internal string DisplayName => FileName ?? (Path is null ? "upload.csv" : System.IO.Path.GetFileName(Path));
}
