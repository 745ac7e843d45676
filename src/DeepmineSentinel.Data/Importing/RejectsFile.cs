using System.Globalization;
using CsvHelper;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.Importing;

/// <summary>The refused rows with their reasons, to be mended and imported again. Made when the first row is refused.</summary>
internal sealed class RejectsFile(string? path) : IDisposable
{
    private CsvWriter? csv;
    private int width;

    /// <summary>Whether refused rows are kept at all.</summary>
    public bool IsWanted => path is not null;

    /// <summary>Header of the file that is imported.</summary>
    public IReadOnlyList<string> Header { get; set; } = [];

    public void Add(int line, string[] cells, IReadOnlyList<RowProblem> problems)
    {
        if (path is null)
        {
            return;
        }

        csv ??= Open(path);
        for (int index = 0; index < width; index++)
        {
            csv.WriteField(index < cells.Length ? WithoutFormula(cells[index]) : "");
        }

        csv.WriteField(line, "", CultureInfo.InvariantCulture);
        csv.WriteField(string.Join("; ", problems.Select(problem => $"{problem.Column} {problem.Reason}".Trim())));
        csv.EndRecord();
    }

    public void Dispose() => csv?.Dispose();

    private CsvWriter Open(string file)
    {
        CsvWriter writer = CsvWriter.Create(Created(file), new CsvWriterOptions { NewLine = "\n" }, leaveOpen: false);
        width = Header.Count;
        writer.WriteHeader([.. Header.Select(WithoutFormula), "rejected_line", "rejected_because"]);
        return writer;
    }

    private static FileStream Created(string file)
    {
        try
        {
            return File.Create(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "rejects_not_writable",
                "The file for refused rows cannot be written; it must not be the file that is imported.",
                exception
            );
        }
    }

    // A spreadsheet would run such a cell; a number may well begin with a sign.
    private static string WithoutFormula(string cell) =>
        cell.Length > 0
        && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + cell
            : cell;
}
