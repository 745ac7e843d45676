using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Csv;
using ExcelDataReader;

namespace DeepmineSentinel.Data.Spreadsheets;

/// <summary>One sheet of an XLSX workbook, read row by row as if it were CSV.</summary>
internal sealed class SheetTable : RowTable
{
    private readonly IExcelDataReader? sheet;
    private ErrorCells? errors;
    private readonly string[] texts = [];
    private readonly byte[]?[] cells = [];
    private readonly int[] moments;
    private readonly bool[] hasDates;
    private readonly bool[] hasTexts;

    /// <summary>Opens a workbook and checks the header of its sheet, which is the first row that has anything in it unless the shape names another.</summary>
    public SheetTable(Stream source, string fileName, CsvLayout layout, TableShape shape, ProblemList problems)
        : base(fileName, layout, shape, problems)
    {
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(source));
        moments =
        [
            .. Enumerable.Range(0, layout.Columns.Count).Where(column => CsvLayout.IsMoment(layout.Columns[column])),
        ];
        hasDates = new bool[layout.Columns.Count];
        hasTexts = new bool[layout.Columns.Count];
        sheet = Guarded(() => Opened(source));
        if (sheet is null || !Guarded(ReadHeader))
        {
            IsBroken = true;
            return;
        }

        texts = new string[Header.Count];
        cells = new byte[]?[Header.Count];
        IsBroken = !MapColumns();
    }

    public override int Line => sheet is null ? 0 : sheet.Depth + 1;

    public override string Sha256 { get; }

    /// <summary>Names of the workbook's sheets; none where it cannot be read.</summary>
    public List<string> Sheets { get; private set; } = [];

    public override bool Read()
    {
        while (!IsBroken && Guarded(sheet!.Read))
        {
            Array.Clear(cells);
            bool hasAny = false;
            for (int index = 0; index < texts.Length; index++)
            {
                texts[index] = SheetCell.Text(sheet, index);
                hasAny |= texts[index].Length > 0;
            }

            if (hasAny && !HasErrors() && !IsMangled())
            {
                return true;
            }
        }

        return false;
    }

    public override string[] Cells() => [.. texts];

    protected override ReadOnlySpan<byte> Raw(int position) =>
        cells[position] ??= Encoding.UTF8.GetBytes(texts[position]);

    protected override void Dispose(bool disposing) => sheet?.Dispose();

    private IExcelDataReader Opened(Stream source)
    {
        source.Position = 0;
        IExcelDataReader workbook = Workbook.Open(source);
        Sheets = NamesOf(workbook);
        int wanted = Shape.Sheet is null
            ? 0
            : Sheets.FindIndex(name => string.Equals(name, Shape.Sheet, StringComparison.OrdinalIgnoreCase));
        if (wanted >= 0)
        {
            for (int position = 0; position < wanted; position++)
            {
                workbook.NextResult();
            }

            errors = ErrorCells.Of(source, wanted);
            return workbook;
        }

        workbook.Dispose();
        throw new SentinelException(FailureKind.InvalidInput, "sheet_unknown", "has no sheet of that name");
    }

    private static List<string> NamesOf(IExcelDataReader workbook)
    {
        List<string> names = [];
        do
        {
            names.Add(workbook.Name);
        } while (workbook.NextResult());

        workbook.Reset();
        return names;
    }

    private bool ReadHeader()
    {
        while (sheet!.Read())
        {
            if (Line < Shape.HeaderLine)
            {
                continue;
            }

            string[] header = [.. Enumerable.Range(0, sheet.FieldCount).Select(index => SheetCell.Text(sheet, index))];
            int width = Array.FindLastIndex(header, name => name.Length > 0) + 1;
            if (width > 0)
            {
                Header = header[..width];
                return true;
            }
        }

        Report(0, "", "file", "is empty: its sheet must start with a header row");
        return false;
    }

    private bool HasErrors()
    {
        int before = Malformed;
        for (int column = 0; column < Layout.Columns.Count; column++)
        {
            if (Has(column) && errors!.Contains(Line, PositionOf(column)))
            {
                Malformed = before + 1;
                Report(
                    Line,
                    Layout.Columns[column],
                    "error",
                    "holds an error of the spreadsheet, such as #REF! or #DIV/0!"
                );
            }
        }

        return Malformed > before;
    }

    // A stope called 3-4 becomes 3 April, and 03/04 of one order a date of the other: the sheet no longer tells which it was.
    private bool IsMangled()
    {
        if (IsMoment(Layout.IndexOf(CsvLayout.StopeName)))
        {
            Malformed++;
            Report(
                Line,
                CsvLayout.StopeName,
                "date",
                "was turned into a date by the spreadsheet: format the column as text and write the names again"
            );
            return true;
        }

        foreach (int column in moments.Where(Has))
        {
            hasDates[column] |= IsMoment(column);
            hasTexts[column] |= texts[PositionOf(column)].Contains('/', StringComparison.Ordinal);
            IsBroken |= hasDates[column] && hasTexts[column];
            if (IsBroken)
            {
                Report(
                    Line,
                    Layout.Columns[column],
                    "date",
                    "mixes real dates with dates as text: the spreadsheet has read some days as months; import the file that it was made from"
                );
            }
        }

        return IsBroken;
    }

    private bool IsMoment(int column) => column >= 0 && Has(column) && SheetCell.IsMoment(sheet!, PositionOf(column));

    private T? Guarded<T>(Func<T> read)
    {
        try
        {
            return Workbook.Guarded(read);
        }
        catch (SentinelException exception) when (exception.Kind == FailureKind.InvalidInput)
        {
            Report(Line, "", "file", exception.Message);
            IsBroken = true;
            return default;
        }
    }
}
