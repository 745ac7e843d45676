using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Data.Csv.Rows;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Reads case histories from a CSV file into memory.</summary>
/// <param name="clock">The present.</param>
public sealed class CaseHistoryCsvReader(TimeProvider clock)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InputRejectedException">Anything in the file is wrong; all of it is listed.</exception>
    public CaseHistorySet Read(string path, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        using FileStream? stream = SourceFile.Open(path, problems);
        problems.ThrowIfAny();
        using CsvTable table = new(stream!, Path.GetFileName(path), CsvLayout.CaseHistories, TableShape.Own, problems);
        RowReader row = new(table, problems, new RowRules("", _ => TimeZoneInfo.Utc, clock.GetUtcNow().UtcDateTime));
        List<(int Line, CaseHistory Case)> cases = [];
        while (row.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CaseHistoryRowParser.Parse(row) is { } history)
            {
                cases.Add((table.Line, history));
            }
        }

        problems.ThrowIfAny();
        return new CaseHistorySet(
            [.. cases.Select(located => located.Case)],
            CaseHistoryRemarks.Of(cases),
            table.Sha256
        );
    }
}
