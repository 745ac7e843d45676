using System.Text;
using CsvHelper;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.Csv;

/// <summary>A CSV file, read without holding more than a line of it.</summary>
internal sealed class CsvTable : RowTable
{
    /// <summary>No honest line is longer; a file that is one line is given up early.</summary>
    private const int LongestLineBytes = 64 * 1024;

    private readonly CheckedTextStream stream;
    private readonly CsvReader reader;
    private readonly int titles;

    /// <summary>Opens a file and checks its header. With an unusable header no row is ever read.</summary>
    public CsvTable(Stream source, string fileName, CsvLayout layout, TableShape shape, ProblemList problems)
        : base(fileName, layout, shape, problems)
    {
        stream = new CheckedTextStream(source);
        titles = (shape.HeaderLine ?? 1) - 1;
        reader = CsvReader.Create(titles > 0 ? BelowTitles() : stream, Options(shape.Separator), leaveOpen: true);
        if (!IsBroken)
        {
            Guarded(() =>
            {
                reader.ReadHeader();
                Header = reader.Headers ?? [];
                return true;
            });
        }

        IsBroken = IsBroken || !HeaderIsUsable();
    }

    public override int Line => (int)reader.LineNumber + titles;

    public override string Sha256 => stream.Sha256;

    public override bool Read()
    {
        while (!IsBroken && Guarded(reader.Read))
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

    public override string[] Cells()
    {
        string[] cells = new string[reader.FieldCount];
        for (int index = 0; index < cells.Length; index++)
        {
            cells[index] = reader.GetString(index);
        }

        return cells;
    }

    protected override ReadOnlySpan<byte> Raw(int position) => reader.GetSpan(position);

    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        stream.Dispose();
    }

    private CsvReaderOptions Options(char separator) =>
        new()
        {
            Separator = separator,
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
        Report((int)record.LineNumber + titles, "", "row", $"has wrong quotes ({Words(record.Reason)})");
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
                (int)exception.LineNumber + titles,
                "",
                "row",
                $"is longer than {LongestLineBytes} bytes: reading stopped here; is a quote never closed?"
            );
        }

        IsBroken = true;
        return false;
    }

    // Titles are no rows: quotes and signs in them mean nothing.
    private BufferedStream BelowTitles()
    {
        BufferedStream rest = new(stream, LongestLineBytes);
        Guarded(() =>
        {
            for (int line = 0, sign = 0; line < titles && sign >= 0; line += sign == '\n' ? 1 : 0)
            {
                sign = rest.ReadByte();
            }

            return true;
        });
        return rest;
    }

    private bool HeaderIsUsable()
    {
        if (IsBroken)
        {
            return false;
        }

        if (Header.Count == 0)
        {
            Report(0, "", "file", "is empty: it must start with a header line");
        }
        else if (Header.Count == 1 && Header[0].AsSpan().IndexOfAny(";\t|") >= 0)
        {
            Report(HeaderLine, "", "header", "is not parted by commas: save the file with commas between the columns");
        }
        else
        {
            return MapColumns();
        }

        return false;
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
}
