using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Importing;

/// <summary>One try at one import: everything in one transaction that is kept or dropped as a whole.</summary>
internal sealed class ImportAttempt(SentinelDbContext context, ImportRequest request, DateTime now)
{
    private const int RowsBetweenReports = 1_000;
    private const string NoRows = "The file has no rows below its header: there is nothing to import.";

    private readonly ProblemList problems = new();
    private int rowsRead;
    private int refusedRows;

    public async Task<ImportReport> RunAsync(IProgress<long>? progress, CancellationToken token)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        using RejectsFile rejects = new(request.RejectsPath);
        ImportScope scope = new(context, request, now)
        {
            Problems = problems,
            Mines = new MineDirectory(context, Zone()),
            Batches = new BatchBook(context, request, now),
            Rejects = rejects,
        };
        await scope.Mines.LoadAsync(token);
        using ImportSource source = new(request, problems);
        (string sha256, bool whole) = source.IsOpen ? await ReadAsync(scope, source, progress, token) : ("", false);

        bool write = !request.DryRun && whole && (problems.Total == 0 || request.AcceptValid);
        if (write)
        {
            await SeriesSummaries.RenewAsync(context, scope.Touched, token);
            await scope.Batches.CloseAsync(scope, sha256, rowsRead, token);
            await transaction.CommitAsync(token);
        }
        else
        {
            await transaction.RollbackAsync(token);
        }

        return Report(scope, sha256, write);
    }

    private async Task<(string Sha256, bool Whole)> ReadAsync(
        ImportScope scope,
        ImportSource source,
        IProgress<long>? progress,
        CancellationToken token
    )
    {
        using RowTable table = source.Table(request, problems);
        using IReadingSink? sink = request.Kind == ImportKind.Readings ? ReadingSinks.For(context) : null;
        scope.Rejects.Header = table.Header;
        RowReader row = new(table, problems, new RowRules(request.MineName, scope.Mines.ZoneOf, now));
        RowImport rows = Rows(scope, sink);
        while (row.Next())
        {
            token.ThrowIfCancellationRequested();
            await rows.TakeAsync(row, token);
            CountRefused(scope, row);
            if (++rowsRead % RowsBetweenReports == 0)
            {
                progress?.Report(rowsRead);
            }
        }

        await rows.FlushAsync(token);
        progress?.Report(rowsRead);
        scope.Rejected += refusedRows + table.Malformed;
        if (rowsRead == 0 && table.Malformed == 0 && !table.IsBroken)
        {
            // No problem, as an export of nothing is such a file too.
            scope.Remarks = [.. scope.Remarks, NoRows];
        }

        return (table.Sha256, !table.IsBroken);
    }

    private void CountRefused(ImportScope scope, RowReader row)
    {
        if (row.OfRow.Count > 0)
        {
            refusedRows++;
            scope.Rejects.Add(row.Table.Line, scope.Rejects.IsWanted ? row.Table.Cells() : [], row.OfRow);
        }
    }

    private RowImport Rows(ImportScope scope, IReadingSink? sink) =>
        request.Kind switch
        {
            ImportKind.Stopes => new StopeImport(scope),
            ImportKind.Readings => new ReadingImport(scope, sink!),
            ImportKind.Events => new EventImport(scope),
            ImportKind.Outcomes => new OutcomeImport(scope),
            ImportKind.CaseHistories => new CaseHistoryImport(scope),
            _ => throw new ArgumentOutOfRangeException(nameof(scope)),
        };

    private TimeZoneInfo? Zone() =>
        request.TimeZoneId is not { } id ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone
        : throw new SentinelException(
            FailureKind.InvalidInput,
            "unknown_time_zone",
            "The time zone is not known; use an IANA name such as UTC or America/Santiago."
        );

    private ImportReport Report(ImportScope scope, string sha256, bool written) =>
        new()
        {
            Kind = request.Kind,
            FileName = request.DisplayName,
            Written = written,
            DryRun = request.DryRun,
            RowsRead = rowsRead,
            Added = scope.Added,
            Updated = scope.Updated,
            Rejected = scope.Rejected,
            Problems = [.. problems.Shown.OrderBy(problem => problem.Line)],
            TotalProblems = problems.Total,
            Remarks = scope.Remarks,
            BatchId = written ? scope.Batches.Id : null,
            Sha256 = sha256,
        };
}
