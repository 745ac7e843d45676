using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Readings, by the million: two statements, and the summaries of the days made again.</summary>
internal sealed class ReadingUndo(SentinelDbContext context, ImportBatch batch) : KindUndo(context, batch)
{
    // Read by both providers as it stands.
    private const string RestoreSql = """
        UPDATE Readings SET VibrationVelocityMmPerSecond = b.VibrationVelocityMmPerSecond,
            DeformationRateMmPerDay = b.DeformationRateMmPerDay, StressMegapascals = b.StressMegapascals,
            TemperatureCelsius = b.TemperatureCelsius, HumidityPercent = b.HumidityPercent,
            ImportBatchId = b.PriorBatchId
        FROM ReplacedReadings b
        WHERE b.ImportBatchId = {0} AND Readings.StopeId = b.StopeId AND Readings.Timestamp = b.Timestamp
            AND Readings.ImportBatchId = {0}
        """;

    public override async Task<(int Removed, int Restored)> TakeBackAsync(CancellationToken token)
    {
        var spans = await Context
            .Readings.Where(row => row.ImportBatchId == Batch.Id)
            .GroupBy(row => row.StopeId)
            .Select(rows => new
            {
                StopeId = rows.Key,
                First = rows.Min(row => row.Timestamp),
                Last = rows.Max(row => row.Timestamp),
            })
            .ToListAsync(token);
        int restored =
            Batch.Updated == 0 ? 0 : await Context.Database.ExecuteSqlRawAsync(RestoreSql, [Batch.Id], token);
        int removed = await Context.Readings.Where(row => row.ImportBatchId == Batch.Id).ExecuteDeleteAsync(token);
        await Context.ReplacedReadings.Where(row => row.ImportBatchId == Batch.Id).ExecuteDeleteAsync(token);
        await SeriesSummaries.RenewAsync(
            Context,
            spans.Select(span => DaySpan.Between(span.StopeId, span.First, span.Last)),
            token
        );
        return (removed, restored);
    }

    protected override Task<int> OwnAsync(CancellationToken token) =>
        Context.Readings.CountAsync(row => row.ImportBatchId == Batch.Id, token);

    protected override async Task<List<int>> LaterAsync(CancellationToken token) =>
        await Context
            .ReplacedReadings.Where(before => before.PriorBatchId == Batch.Id)
            .Select(before => before.ImportBatchId)
            .Distinct()
            .OrderDescending()
            .ToListAsync(token);
}
