using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>Finds the header of a text file that has titles or notes above it, as <see cref="HeaderFinder"/> does in a sheet.</summary>
internal static class TextHeaderFinder
{
    private const int LinesLookedAt = 30;
    private const int FewestHits = 2;

    /// <summary>The line, the first being 1, and what parts its columns; null where no line below the first one names more than that one does.</summary>
    /// <param name="head">The beginning of the file.</param>
    /// <param name="separators">What may part the columns.</param>
    /// <param name="kind">What it brings; null: not known.</param>
    public static (int Line, char Separator)? Find(string head, IReadOnlyList<char> separators, ImportKind? kind)
    {
        (int Line, char Separator, int Hits)[] hits =
        [
            .. head.ReplaceLineEndings("\n")
                .Split('\n')
                .Take(LinesLookedAt)
                .SelectMany((text, at) => separators.Select(sign => (at + 1, sign, Hits(Cells(text, sign), kind)))),
        ];
        (int Line, char Separator, int Hits) best = hits.MaxBy(one => one.Hits);
        int first = hits.Where(one => one.Line == 1).Max(one => one.Hits);
        return best.Line > 1 && best.Hits >= FewestHits && best.Hits > first ? (best.Line, best.Separator) : null;
    }

    private static int Hits(string[] cells, ImportKind? kind) =>
        cells.Length < FewestHits ? 0 : ColumnGuess.Of(cells, CsvLayout.Of(kind ?? ColumnGuess.KindOf(cells))).Count;

    private static string[] Cells(string line, char separator) =>
        [.. line.TrimStart('\uFEFF').Split(separator).Select(cell => cell.Trim().Trim('"'))];
}
