namespace DeepmineSentinel.Data.Csv;

/// <summary>Where a column of the product stands in a file.</summary>
/// <param name="Column">The product's name of the column, one of <see cref="CsvLayout.Columns"/>.</param>
/// <param name="Position">Position in the file's header, the first being 0.</param>
/// <param name="Unit">Unit of the file, one of <see cref="UnitConversions.Of"/>; null: the product's own.</param>
public sealed record ColumnSource(string Column, int Position, string? Unit = null);
