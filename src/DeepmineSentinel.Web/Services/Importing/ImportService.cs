using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Undoing;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>Imports and exports for pages and commands: adds who did it, and tells the prediction job.</summary>
public sealed class ImportService(
    MineImporter importer,
    MineExporter exporter,
    ImportUndo undo,
    CurrentOperator person,
    DataChanges changes
)
{
    /// <summary>Imports one file in one transaction.</summary>
    /// <exception cref="InputRejectedException">The file is not whole and was not to be taken in part.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportRequest request,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        ImportReport report = await importer.ImportAsync(
            request with
            {
                By = person.Name,
            },
            progress,
            cancellationToken
        );
        if (!report.DryRun && report.Added + report.Updated > 0 && report.Kind != ImportKind.CaseHistories)
        {
            changes.EverythingChanged();
        }

        return report;
    }

    /// <summary>Why an import cannot be taken back; null: it can.</summary>
    /// <exception cref="SentinelException">There is no such import.</exception>
    public Task<UndoRefusal?> UndoRefusalAsync(int batchId, CancellationToken cancellationToken) =>
        undo.RefusalAsync(batchId, cancellationToken);

    /// <summary>Takes a whole import back, in one transaction.</summary>
    /// <exception cref="SentinelException">There is no such import, or something depends on it; the code says what.</exception>
    public async Task<UndoReport> UndoAsync(
        int batchId,
        IProgress<UndoProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        UndoReport report = await undo.UndoAsync(batchId, person.Name, progress, cancellationToken);
        if (report.Removed + report.Restored > 0 && report.Batch.Kind != ImportKind.CaseHistories)
        {
            changes.EverythingChanged();
        }

        return report;
    }

    /// <summary>Writes everything of one kind as CSV.</summary>
    public Task ExportAsync(ImportKind kind, string? mine, Stream output, CancellationToken cancellationToken) =>
        exporter.ExportAsync(kind, mine, output, cancellationToken);
}
