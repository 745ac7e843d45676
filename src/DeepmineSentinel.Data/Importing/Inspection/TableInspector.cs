using System.Buffers;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Spreadsheets;

namespace DeepmineSentinel.Data.Importing.Inspection;

/// <summary>Looks at the beginning of a file whose form is not known yet. Guesses are shown to a person, never acted upon.</summary>
public static class TableInspector
{
    private const int RowsLookedAt = 500;
    private const int RowsShown = 8;
    private const int HeadBytes = 64 * 1024;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Looks at a file.</summary>
    /// <param name="content">Its bytes; must be seekable, and stays open.</param>
    /// <param name="fileName">Name for messages.</param>
    /// <param name="kind">What it brings; null: guessed.</param>
    /// <param name="sheet">Sheet of the workbook; null: its first one.</param>
    /// <param name="separator">What parts the columns of a text file; null: guessed.</param>
    /// <param name="headerLine">Line of the header; null: looked for.</param>
    public static InspectedTable Inspect(
        Stream content,
        string fileName,
        ImportKind? kind = null,
        string? sheet = null,
        char? separator = null,
        int? headerLine = null
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        ProblemList problems = new();
        bool isWorkbook = FileKinds.IsWorkbook(content);
        TableShape form = isWorkbook
            ? new() { Sheet = sheet, HeaderLine = headerLine ?? HeaderFinder.Find(content, sheet, kind) }
            : TextForm(Head(content), kind, separator, headerLine);
        form = form with { Columns = [] };
        CsvLayout anything = new(kind ?? ImportKind.Stopes, [], []);
        using RowTable table = isWorkbook
            ? new SheetTable(content, fileName, anything, form, problems)
            : new CsvTable(content, fileName, anything, form, problems);
        List<string[]> rows = [];
        while (rows.Count < RowsLookedAt && table.Read())
        {
            rows.Add(table.Cells());
        }

        ImportKind guessed = kind ?? ColumnGuess.KindOf(table.Header);
        TableSample sample = new(table.Header, rows, ColumnGuess.Of(table.Header, CsvLayout.Of(guessed)));
        return new InspectedTable
        {
            Kind = guessed,
            IsWorkbook = isWorkbook,
            Sheets = (table as SheetTable)?.Sheets ?? [],
            Header = table.Header,
            Rows = [.. rows.Take(RowsShown)],
            Shape = form with
            {
                Columns = sample.Columns,
                DateOrder = sample.DateOrder(),
                DecimalComma = !isWorkbook && form.Separator != ',' && sample.HasDecimalCommas(),
            },
            Notes = [.. sample.Notes()],
            Problems = table.IsBroken ? problems.Shown : [],
        };
    }

    private static TableShape TextForm(string head, ImportKind? kind, char? separator, int? headerLine)
    {
        (int Line, char Separator)? below = headerLine is null
            ? TextHeaderFinder.Find(head, separator is { } one ? [one] : Separators, kind)
            : null;
        return new TableShape
        {
            Separator = separator ?? below?.Separator ?? Separator(head, headerLine ?? 1),
            HeaderLine = headerLine ?? below?.Line,
        };
    }

    private static string Head(Stream content)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(HeadBytes);
        content.Position = 0;
        int length = content.ReadAtLeast(buffer.AsSpan(0, HeadBytes), HeadBytes, throwOnEndOfStream: false);
        content.Position = 0;
        string head = Encoding.UTF8.GetString(buffer, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return head;
    }

    // The sign that stands most often in the line of the header, outside quotes.
    private static char Separator(string head, int headerLine)
    {
        Dictionary<char, int> counts = Separators.ToDictionary(sign => sign, _ => 0);
        bool quoted = false;
        string line = head.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(headerLine - 1) ?? "";
        foreach (char sign in line)
        {
            quoted ^= sign == '"';
            if (!quoted && counts.TryGetValue(sign, out int count))
            {
                counts[sign] = count + 1;
            }
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }
}
