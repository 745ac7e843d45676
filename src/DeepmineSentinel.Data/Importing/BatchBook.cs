using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing;

/// <summary>The record of the import: one, however many mines the file brought rows for.</summary>
internal sealed class BatchBook(SentinelDbContext context, ImportRequest request, DateTime now)
{
    private const int PersonLength = 100;
    private readonly SortedDictionary<int, string> mines = [];

    /// <summary>The record; null when no row came so far.</summary>
    public int? Id { get; private set; }

    /// <summary>The record, made when the first row comes.</summary>
    /// <param name="mine">Mine of the row; null for case histories.</param>
    /// <param name="token">Stops.</param>
    public async ValueTask<int> ForAsync(Mine? mine, CancellationToken token)
    {
        if (mine is not null)
        {
            mines.TryAdd(mine.Id, mine.Name);
        }

        if (Id is { } known)
        {
            return known;
        }

        ImportBatch batch = context.Add(Fresh(mine?.Id)).Entity;
        await context.SaveChangesAsync(token);
        Id = batch.Id;
        return batch.Id;
    }

    /// <summary>Remembers what was found where the import writes, so that it can be taken back.</summary>
    public void Keep(ReplacedSubject subject, int id, int? priorBatch, string? before) =>
        context.Add(
            new ReplacedRow
            {
                ImportBatchId = Id!.Value,
                Subject = subject,
                SubjectId = id,
                PriorBatchId = priorBatch,
                Before = before,
            }
        );

    /// <summary>Adds a line to the audit trail of a stope.</summary>
    public void Tell(int stope, AuditAction action, IReadOnlyList<AuditField> fields) =>
        context.Add(
            new AuditEntry
            {
                Subject = AuditSubject.Stope,
                SubjectId = stope,
                Action = action,
                At = now,
                By = Shortened(request.By, PersonLength),
                Fields = [new AuditField("import", null, Id!.Value.ToString(CultureInfo.InvariantCulture)), .. fields],
            }
        );

    /// <summary>Writes down what became of the file.</summary>
    public async Task CloseAsync(ImportScope scope, string sha256, int rowsRead, CancellationToken token)
    {
        if (Id is not { } id)
        {
            return;
        }

        int? mine = mines.Count == 1 ? mines.Keys.First() : null;
        string? names =
            mines.Count == 0 ? null : Shortened(string.Join(", ", mines.Values), ImportBatch.MineNamesLength);
        string? report = Report(scope.Problems, scope.Remarks);
        await context
            .ImportBatches.Where(batch => batch.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(batch => batch.Sha256, sha256)
                        .SetProperty(batch => batch.MineId, mine)
                        .SetProperty(batch => batch.MineNames, names)
                        .SetProperty(batch => batch.RowsRead, rowsRead)
                        .SetProperty(batch => batch.Added, scope.Added)
                        .SetProperty(batch => batch.Updated, scope.Updated)
                        .SetProperty(batch => batch.Rejected, scope.Rejected)
                        .SetProperty(batch => batch.Problems, scope.Problems.Total)
                        .SetProperty(batch => batch.Report, report),
                token
            );
    }

    private ImportBatch Fresh(int? mineId) =>
        new()
        {
            Kind = request.Kind,
            MineId = mineId,
            FileName = Shortened(request.DisplayName, ImportBatch.FileNameLength),
            Sha256 = "",
            ImportedAt = now,
            ImportedBy = Shortened(request.By, PersonLength),
            Added = 0,
            Updated = 0,
            Rejected = 0,
            KeepsReplaced = true,
        };

    private static string? Report(ProblemList problems, IReadOnlyList<string> remarks) =>
        problems.Total == 0 && remarks.Count == 0
            ? null
            : JsonSerializer.Serialize(
                new KeptReport([.. problems.Shown.OrderBy(problem => problem.Line)], remarks),
                RowJson.Options
            );

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
