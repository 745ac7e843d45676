using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;

namespace DeepmineSentinel.Data.Importing;

/// <summary>What the parts of one import share.</summary>
internal sealed record ImportScope(SentinelDbContext Context, ImportRequest Request, DateTime Now)
{
    public required ProblemList Problems { get; init; }

    public required MineDirectory Mines { get; init; }

    public required BatchBook Batches { get; init; }

    public required RejectsFile Rejects { get; init; }

    /// <summary>What is odd in the file without being wrong.</summary>
    public IReadOnlyList<string> Remarks { get; set; } = [];

    /// <summary>Days whose readings were written.</summary>
    public TouchedDays Touched { get; } = new();

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Rejected { get; set; }

    /// <summary>Refuses a row that was fine by itself.</summary>
    public void Refuse(PendingRow row, string column, string reason)
    {
        RowProblem problem = new(Request.DisplayName, row.Line, column, "row", reason);
        Rejected++;
        Problems.Add(problem);
        Rejects.Add(row.Line, row.Cells, [problem]);
    }
}
