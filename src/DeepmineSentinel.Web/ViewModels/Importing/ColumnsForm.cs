using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>What a person says of a file: what its columns mean and where its rows belong.</summary>
public sealed record ColumnsForm
{
    [Required(ErrorMessage = "Choose what the file brings.")]
    public ImportKind? Kind { get; init; }

    /// <summary>A mine that exists; empty: <see cref="NewMine"/>.</summary>
    public string? Mine { get; init; }

    [StringLength(Core.Stopes.Mine.NameLength, ErrorMessage = "A mine's name has at most 100 characters.")]
    public string? NewMine { get; init; }

    /// <summary>IANA zone of moments without one; empty: the mine's.</summary>
    [StringLength(100, ErrorMessage = "A zone's name has at most 100 characters.")]
    public string? TimeZone { get; init; }

    public bool Update { get; init; }

    public ColumnSeparator Separator { get; init; }

    public bool DecimalComma { get; init; }

    public DateOrder DateOrder { get; init; }

    public string? Sheet { get; init; }

    [Range(1, 1_048_576, ErrorMessage = "A sheet has at most 1,048,576 lines.")]
    public int? HeaderLine { get; init; }

    // Not an empty list at first: the binder would keep that one.
    /// <summary>One for each column of the product; without a position the file does not have it.</summary>
    public IReadOnlyList<ChosenColumn>? Columns { get; init; }

    /// <summary>What was decided.</summary>
    public ImportChoice ToChoice() =>
        new()
        {
            Kind = Kind!.Value,
            MineName = First(Mine) ?? First(NewMine) ?? Core.Stopes.Mine.DefaultName,
            TimeZoneId = First(TimeZone),
            Update = Update,
            Shape = new TableShape
            {
                Separator = ColumnSeparators.SignOf(Separator),
                DecimalComma = DecimalComma,
                DateOrder = DateOrder,
                Sheet = First(Sheet),
                HeaderLine = HeaderLine,
                Columns =
                [
                    .. (Columns ?? [])
                        .Where(column => column.Position is not null)
                        .Select(column => new ColumnSource(column.Column, column.Position!.Value, column.KnownUnit)),
                ],
            },
        };

    private static string? First(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
