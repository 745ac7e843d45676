using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Importing.Inspection;
using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>The second step: what the columns mean.</summary>
public sealed record ColumnsViewModel
{
    private const int ValuesShown = 3;

    public required StagedUpload Upload { get; init; }

    public required InspectedTable Table { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    /// <summary>What was chosen: the guess at first, afterwards what the person last confirmed.</summary>
    public required ImportChoice Choice { get; init; }

    public ImportKind Kind => Choice.Kind;

    public CsvLayout Layout => CsvLayout.Of(Kind);

    /// <summary>Where a column stands in the file; null: not in it.</summary>
    public ColumnSource? SourceOf(string column) =>
        Choice.Shape.Columns?.FirstOrDefault(source => source.Column == column);

    /// <summary>The first values of a column of the file.</summary>
    public string SampleOf(ColumnSource? source) =>
        source is null
            ? ""
            : string.Join(
                ", ",
                Table.Rows.Select(row => row[source.Position]).Where(cell => cell.Length > 0).Take(ValuesShown)
            );
}
