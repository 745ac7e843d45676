using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>Guesses which column of a file brings what; a person confirms it before anything is read by it.</summary>
internal static class ColumnGuess
{
    /// <summary>At most one source for every column of a kind of file, none of them used twice.</summary>
    public static IReadOnlyList<ColumnSource> Of(IReadOnlyList<string> header, CsvLayout layout)
    {
        List<ColumnSource> found = [];
        HashSet<int> used = [];
        // The product's own names first: another column must not be taken for one that is there.
        foreach (
            Func<string, string, ColumnSource?> match in new Func<string, string, ColumnSource?>[] { Exact, Similar }
        )
        {
            foreach (string column in layout.Columns.Where(column => found.TrueForAll(known => known.Column != column)))
            {
                ColumnSource? source = Enumerable
                    .Range(0, header.Count)
                    .Where(position => !used.Contains(position))
                    .Select(position =>
                        match(header[position], column) is { } hit ? hit with { Position = position } : null
                    )
                    .FirstOrDefault(hit => hit is not null);
                if (source is not null)
                {
                    found.Add(source);
                    used.Add(source.Position);
                }
            }
        }

        return found;

        ColumnSource? Exact(string name, string column) =>
            layout.IndexOf(name.Trim()) is var index and >= 0 && layout.Columns[index] == column
                ? new ColumnSource(column, 0)
                : null;
    }

    /// <summary>The kind of file whose columns a header names best.</summary>
    public static ImportKind KindOf(IReadOnlyList<string> header) =>
        Enum.GetValues<ImportKind>()
            .Select(kind => (Kind: kind, Layout: CsvLayout.Of(kind)))
            .Select(known => (known.Kind, known.Layout, Found: Of(header, known.Layout)))
            .OrderByDescending(known => Share(known.Found, known.Layout))
            .ThenByDescending(known => known.Found.Count)
            .First()
            .Kind;

    private static double Share(IReadOnlyList<ColumnSource> found, CsvLayout layout) =>
        (double)found.Count(source => layout.Required.Contains(source.Column)) / layout.Required.Count;

    private static ColumnSource? Similar(string name, string column)
    {
        foreach ((string bare, string? unit) in HeaderUnit.Readings(name))
        {
            string? known = unit is null ? null : HeaderUnit.Of(column, unit);
            if (ColumnNames.Mean(bare, column) && (unit is null || known is not null))
            {
                return new ColumnSource(column, 0, known);
            }
        }

        return null;
    }
}
