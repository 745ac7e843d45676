using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Spreadsheets;
using ExcelDataReader;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>Finds the header of a sheet that has titles, names or notes above it: the line that names most of the product's columns.</summary>
internal static class HeaderFinder
{
    private const int LinesLookedAt = 30;

    // One hit may be chance: a title "Depth" is no header.
    private const int FewestHits = 2;

    /// <summary>The line, the first being 1; null where no line below the first one names more than that one does.</summary>
    /// <param name="content">A workbook.</param>
    /// <param name="sheet">Name of its sheet; null: the first.</param>
    /// <param name="kind">What it brings; null: not known.</param>
    public static int? Find(Stream content, string? sheet, ImportKind? kind)
    {
        try
        {
            List<(int Line, string[] Cells)> lines = Workbook.Guarded(() => Read(content, sheet));
            if (lines.Count == 0)
            {
                return null;
            }

            (int Line, int Hits)[] hits = [.. lines.Select(line => (line.Line, Hits(line.Cells, kind)))];
            (int Line, int Hits) best = hits.MaxBy(line => line.Hits);
            return best.Hits >= FewestHits && best.Hits > hits[0].Hits ? best.Line : null;
        }
        catch (SentinelException)
        {
            // Whoever reads the rows says what is wrong with the file.
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static int Hits(string[] cells, ImportKind? kind) =>
        ColumnGuess.Of(cells, CsvLayout.Of(kind ?? ColumnGuess.KindOf(cells))).Count;

    private static List<(int Line, string[] Cells)> Read(Stream content, string? sheet)
    {
        content.Position = 0;
        using IExcelDataReader reader = Workbook.Open(content);
        while (sheet is not null && !string.Equals(reader.Name, sheet, StringComparison.OrdinalIgnoreCase))
        {
            if (!reader.NextResult())
            {
                return [];
            }
        }

        List<(int, string[])> lines = [];
        while (reader.Depth < LinesLookedAt && reader.Read())
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(at => SheetCell.Text(reader, at))];
            if (cells.Any(cell => cell.Length > 0))
            {
                lines.Add((reader.Depth + 1, cells));
            }
        }

        return lines;
    }
}
