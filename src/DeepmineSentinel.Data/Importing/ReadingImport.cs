using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Csv.Rows;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Adds and changes readings through the provider's bulk path.</summary>
internal sealed class ReadingImport(ImportScope scope, IReadingSink sink) : RowImport(scope)
{
    private readonly List<Reading> readings = [];
    private readonly List<PendingRow> rows = [];

    public override async ValueTask TakeAsync(RowReader row, CancellationToken token)
    {
        if (
            ReadingRowParser.Parse(row) is not { } reading
            || await ResolveAsync(row, new StopeKey(reading.Mine, reading.Stope), token) is not { } keys
        )
        {
            return;
        }

        readings.Add(reading.Reading with { StopeId = keys.StopeId, ImportBatchId = keys.BatchId });
        rows.Add(Pending(row));
        if (readings.Count >= ReadingSinks.RowsAtOnce)
        {
            await FlushAsync(token);
        }
    }

    public override async Task FlushAsync(CancellationToken token)
    {
        Scope.Touched.Add(readings);
        SinkResult[] results = await sink.WriteAsync(readings, Scope.Request.Update, token);
        for (int index = 0; index < results.Length; index++)
        {
            Count(results[index], rows[index]);
        }

        readings.Clear();
        rows.Clear();
    }

    private void Count(SinkResult result, PendingRow row)
    {
        switch (result)
        {
            case SinkResult.Added:
                Scope.Added++;
                break;
            case SinkResult.Updated:
                Scope.Updated++;
                break;
            case SinkResult.Twice:
                Scope.Refuse(row, CsvLayout.Timestamp, RowReasons.Twice(ImportKind.Readings));
                break;
            default:
                Scope.Refuse(row, CsvLayout.Timestamp, RowReasons.Known(ImportKind.Readings));
                break;
        }
    }
}
