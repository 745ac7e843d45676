using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.Csv;

/// <summary>
/// A file of known columns, read row by row; what is wrong with its form becomes a problem, never an exception. Which column
/// of the file brings what, and in which unit, is decided here for every kind of file.
/// </summary>
internal abstract class RowTable : IDisposable
{
    private readonly ProblemList problems;
    private readonly int[] positions;
    private readonly CellRule?[] rules;

    /// <summary>A table whose header is yet to be read.</summary>
    protected RowTable(string fileName, CsvLayout layout, TableShape shape, ProblemList problems)
    {
        FileName = fileName;
        Layout = layout;
        Shape = shape;
        this.problems = problems;
        positions = [.. Enumerable.Repeat(-1, layout.Columns.Count)];
        rules = new CellRule?[positions.Length];
    }

    public string FileName { get; }

    public CsvLayout Layout { get; }

    /// <summary>Line of the present row, the first of the file being 1.</summary>
    public abstract int Line { get; }

    /// <summary>SHA-256 of the file once it was read to its end.</summary>
    public abstract string Sha256 { get; }

    /// <summary>Whether reading ended before the file did; nothing of such a file may be taken.</summary>
    public bool IsBroken { get; protected set; }

    /// <summary>Rows that were left out for their form.</summary>
    public int Malformed { get; protected set; }

    /// <summary>The header as it stands in the file; empty where it could not be read.</summary>
    public IReadOnlyList<string> Header { get; protected set; } = [];

    protected TableShape Shape { get; }

    /// <summary>Moves to the next row of the right width that has anything in it.</summary>
    public abstract bool Read();

    /// <summary>All cells of the row as they stand in the file.</summary>
    public abstract string[] Cells();

    public bool Has(int column) => positions[column] >= 0;

    /// <summary>A cell without the blanks around it, in the product's unit; empty where the file lacks the column.</summary>
    public ReadOnlySpan<byte> Cell(int column)
    {
        if (positions[column] < 0)
        {
            return [];
        }

        ReadOnlySpan<byte> cell = Raw(positions[column]).Trim(" \t"u8);
        return rules[column] is { } rule ? rule.Apply(cell) : cell;
    }

    /// <summary>Line of the header, the first of the file being 1.</summary>
    protected int HeaderLine => Shape.HeaderLine ?? 1;

    protected int PositionOf(int column) => positions[column];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    /// <summary>A cell as it stands in the file, by its position in the header.</summary>
    protected abstract ReadOnlySpan<byte> Raw(int position);

    /// <summary>Decides where every column stands; what is missing, unknown or there twice is a problem.</summary>
    /// <returns>Whether rows can be read.</returns>
    protected bool MapColumns()
    {
        int before = problems.Total;
        if (Shape.Columns is { } chosen)
        {
            TakeChosen(chosen);
        }
        else
        {
            TakeByName();
        }

        foreach (string missing in Layout.Required.Where(name => !Has(Layout.IndexOf(name))))
        {
            Report(
                HeaderLine,
                missing,
                "header",
                Shape.Columns is null ? "is missing" : "is brought by no column of the file"
            );
        }

        for (int column = 0; column < rules.Length; column++)
        {
            rules[column] = Has(column) ? CellRule.For(Layout.Columns[column], Shape) : null;
        }

        return problems.Total == before;
    }

    protected void Report(int line, string column, string kind, string reason) =>
        problems.Add(new RowProblem(FileName, line, column, kind, reason));

    private void TakeByName()
    {
        for (int position = 0; position < Header.Count; position++)
        {
            string name = Header[position].Trim();
            int column = Layout.IndexOf(name);
            if (column < 0)
            {
                ReportUnknown(position, name);
            }
            else
            {
                Place(column, position);
            }
        }
    }

    private void TakeChosen(IReadOnlyList<ColumnSource> chosen)
    {
        foreach (ColumnSource source in chosen)
        {
            int column = Layout.IndexOf(source.Column);
            if (column < 0 || source.Position < 0 || source.Position >= Header.Count)
            {
                Report(HeaderLine, source.Column, "header", "is mapped to a column that is not there");
            }
            else
            {
                Place(column, source.Position);
            }
        }
    }

    private void Place(int column, int position)
    {
        if (positions[column] >= 0)
        {
            Report(HeaderLine, Layout.Columns[column], "header", "stands in the header twice");
            return;
        }

        positions[column] = position;
    }

    private void ReportUnknown(int position, string name)
    {
        string hint = NearestName.Of(name, Layout.Columns) is { } nearest
            ? $"did you mean {nearest}?"
            : $"known columns: {string.Join(", ", Layout.Columns)}";
        Report(HeaderLine, $"{position + 1}", "header", $"has an unknown name; {hint}");
    }
}
