using System.Text;
using CsvHelper;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.Csv;

/// <summary>A file of known columns, read row by row; what is wrong with its form becomes a problem, never an exception.</summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>No honest line is longer; a file that is one line is given up early.</summary>
    private const int LongestLineBytes = 64 * 1024;

    private readonly CheckedTextStream stream;
    private readonly CsvReader reader;
    private readonly ProblemList problems;
    private readonly int[] positions;
    private bool broken;

    /// <summary>Opens a file and checks its header. With an unusable header no row is ever read.</summary>
    public CsvTable(Stream source, string fileName, CsvLayout layout, ProblemList problems)
    {
        FileName = fileName;
        Layout = layout;
        this.problems = problems;
        stream = new CheckedTextStream(source);
        reader = CsvReader.Create(stream, Options(), leaveOpen: true);
        positions = [.. Enumerable.Repeat(-1, layout.Columns.Count)];
        Guarded(() =>
        {
            reader.ReadHeader();
            Header = reader.Headers ?? [];
            return true;
        });
        broken = broken || !HeaderIsUsable();
    }

    public string FileName { get; }

    public CsvLayout Layout { get; }

    public int Line => (int)reader.LineNumber;

    /// <summary>SHA-256 of the file once it was read to its end.</summary>
    public string Sha256 => stream.Sha256;

    /// <summary>Whether reading ended before the file did; nothing of such a file may be taken.</summary>
    public bool IsBroken => broken;

    /// <summary>Rows that were left out for their form.</summary>
    public int Malformed { get; private set; }

    /// <summary>The header as it stands in the file; empty where it could not be read. The reader would read it again.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Moves to the next row of the right width that has anything in it.</summary>
    public bool Read()
    {
        while (!broken && Guarded(reader.Read))
        {
            if (reader.FieldCount != Header.Count)
            {
                Malformed++;
                Report(Line, "", "row", $"has {reader.FieldCount} fields where the header has {Header.Count}");
            }
            else if (!IsBlank())
            {
                return true;
            }
        }

        return false;
    }

    public bool Has(int column) => positions[column] >= 0;

    /// <summary>A cell without the blanks around it; empty where the file lacks the column.</summary>
    public ReadOnlySpan<byte> Cell(int column) =>
        positions[column] < 0 ? [] : reader.GetSpan(positions[column]).Trim(" \t"u8);

    /// <summary>All cells of the row as they stand in the file.</summary>
    public string[] Cells()
    {
        string[] cells = new string[reader.FieldCount];
        for (int index = 0; index < cells.Length; index++)
        {
            cells[index] = reader.GetString(index);
        }

        return cells;
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private CsvReaderOptions Options() =>
        new()
        {
            Separator = ',',
            Encoding = Encoding.UTF8,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            TrimWhitespace = true,
            IncludeValuesInExceptions = false,
            MaxRecordSize = LongestLineBytes,
            BufferSize = LongestLineBytes,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = ReportMalformed,
        };

    private void ReportMalformed(CsvMalformedRecord record)
    {
        Malformed++;
        Report((int)record.LineNumber, "", "row", $"has wrong quotes ({Words(record.Reason)})");
    }

    private static string Words(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "one is opened and never closed",
            CsvMalformedReason.TextAfterClosingQuote => "there is text after a closing quote",
            _ => "a quote within a cell must be doubled and the cell quoted",
        };

    private bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (NotTextException exception)
        {
            Report(exception.Line, "", "file", exception.Message);
        }
        catch (CsvFormatException exception)
        {
            Report(
                (int)exception.LineNumber,
                "",
                "row",
                $"is longer than {LongestLineBytes} bytes: reading stopped here; is a quote never closed?"
            );
        }

        broken = true;
        return false;
    }

    private bool HeaderIsUsable()
    {
        if (broken)
        {
            return false;
        }

        int before = problems.Total;
        if (Header.Count == 0)
        {
            Report(0, "", "file", "is empty: it must start with a header line");
        }
        else if (Header.Count == 1 && Header[0].AsSpan().IndexOfAny(";\t|") >= 0)
        {
            Report(1, "", "header", "is not parted by commas: save the file with commas between the columns");
        }
        else
        {
            MapColumns();
        }

        return problems.Total == before;
    }

    private void MapColumns()
    {
        for (int position = 0; position < Header.Count; position++)
        {
            string name = Header[position].Trim();
            int column = Layout.IndexOf(name);
            if (column < 0)
            {
                ReportUnknown(position, name);
            }
            else if (positions[column] >= 0)
            {
                Report(1, Layout.Columns[column], "header", "stands in the header twice");
            }
            else
            {
                positions[column] = position;
            }
        }

        foreach (string missing in Layout.Required.Where(name => !Has(Layout.IndexOf(name))))
        {
            Report(1, missing, "header", "is missing");
        }
    }

    private void ReportUnknown(int position, string name)
    {
        string hint = NearestName.Of(name, Layout.Columns) is { } nearest
            ? $"did you mean {nearest}?"
            : $"known columns: {string.Join(", ", Layout.Columns)}";
        Report(1, $"{position + 1}", "header", $"has an unknown name; {hint}");
    }

    private bool IsBlank()
    {
        for (int index = 0; index < reader.FieldCount; index++)
        {
            if (!reader.IsEmpty(index))
            {
                return false;
            }
        }

        return true;
    }

    private void Report(int line, string column, string kind, string reason) =>
        problems.Add(new RowProblem(FileName, line, column, kind, reason));
}
