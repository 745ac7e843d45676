using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>What a person decided about a file.</summary>
public sealed record ImportChoice
{
    /// <summary>What it brings.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>Mine of rows that name none.</summary>
    public required string MineName { get; init; }

    /// <summary>IANA zone of moments without one; null: the mine's.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>Whether rows that exist are changed.</summary>
    public bool Update { get; init; }

    /// <summary>How it is written and what its columns mean.</summary>
    public required TableShape Shape { get; init; }

    /// <summary>The import, which reads from a stream of the caller's.</summary>
    public ImportRequest ToRequest(StagedUpload upload, Stream content, string by) =>
        new()
        {
            Kind = Kind,
            Content = content,
            FileName = upload.FileName,
            MineName = MineName,
            TimeZoneId = TimeZoneId,
            Update = Update,
            Shape = Shape,
            RejectsPath = upload.Rejects,
            By = by,
        };
}
