namespace DeepmineSentinel.Data.Csv;

/// <summary>How a file is written where it is not the product's own form.</summary>
public sealed record TableShape
{
    /// <summary>The product's own form: commas, decimal points, the product's names and units.</summary>
    public static TableShape Own { get; } = new();

    /// <summary>What parts the columns of a text file: comma, semicolon, tab or bar.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether numbers are written with a decimal comma.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>What comes first in dates parted by slashes.</summary>
    public DateOrder DateOrder { get; init; }

    /// <summary>Name of the workbook's sheet; null: its first one.</summary>
    public string? Sheet { get; init; }

    /// <summary>Line of the header, the first being 1, where titles stand above it; null: a sheet's first line with anything in it, a text's first.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>Which columns are taken, others being left; null: all of them, by the product's own names.</summary>
    public IReadOnlyList<ColumnSource>? Columns { get; init; }
}
