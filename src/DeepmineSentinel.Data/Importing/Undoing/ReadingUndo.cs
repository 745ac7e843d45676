using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Readings, by the million: by days of stopes, each with its summaries made again, so that it can be seen and stopped.</summary>
internal sealed class ReadingUndo(SentinelDbContext context, ImportBatch batch) : KindUndo(context, batch)
{
    // Read by both providers as they stand. Parameters: import, stope, first day, the day after the last. The plus keeps the
    // index of imports out: it holds all rows of the import, the key only those of the days.
    private const string RestoreSql = """
        UPDATE Readings SET VibrationVelocityMmPerSecond = b.VibrationVelocityMmPerSecond,
            DeformationRateMmPerDay = b.DeformationRateMmPerDay, StressMegapascals = b.StressMegapascals,
            TemperatureCelsius = b.TemperatureCelsius, HumidityPercent = b.HumidityPercent,
            ImportBatchId = b.PriorBatchId
        FROM ReplacedReadings b
        WHERE b.ImportBatchId = {0} AND b.StopeId = {1} AND b.Timestamp >= {2} AND b.Timestamp < {3}
            AND Readings.StopeId = b.StopeId AND Readings.Timestamp = b.Timestamp AND +Readings.ImportBatchId = {0}
        """;

    private const string RemoveSql =
        "DELETE FROM Readings WHERE StopeId = {1} AND Timestamp >= {2} AND Timestamp < {3} AND +ImportBatchId = {0}";

    private const string ForgetSql =
        "DELETE FROM ReplacedReadings WHERE ImportBatchId = {0} AND StopeId = {1} AND Timestamp >= {2} AND Timestamp < {3}";

    public override async Task<(int Removed, int Restored)> TakeBackAsync(UndoMeter meter, CancellationToken token)
    {
        int removed = 0;
        int restored = 0;
        List<ReadingSlice> stopes = await StopesAsync(token);
        foreach (IReadOnlyList<ReadingSlice> group in ReadingSlice.Grouped(stopes.SelectMany(stope => stope.Parts())))
        {
            foreach (DaySpan days in group.Select(slice => slice.Days))
            {
                token.ThrowIfCancellationRequested();
                int back = Batch.Updated == 0 ? 0 : await RunAsync(RestoreSql, days, token);
                int gone = Batch.Added == 0 ? 0 : await RunAsync(RemoveSql, days, token);
                if (Batch.Updated > 0)
                {
                    await RunAsync(ForgetSql, days, token);
                }

                (removed, restored) = (removed + gone, restored + back);
                meter.Add(gone + back);
            }

            await SeriesSummaries.RenewAsync(Context, group.Select(slice => slice.Days), token);
        }

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

    private async Task<List<ReadingSlice>> StopesAsync(CancellationToken token) =>
        await Context
            .Readings.Where(row => row.ImportBatchId == Batch.Id)
            .GroupBy(row => row.StopeId)
            .Select(rows => new ReadingSlice(
                rows.Key,
                rows.Min(row => row.Timestamp),
                rows.Max(row => row.Timestamp),
                rows.Count()
            ))
            .ToListAsync(token);

    private Task<int> RunAsync(string statement, DaySpan days, CancellationToken token) =>
        Context.Database.ExecuteSqlRawAsync(statement, [Batch.Id, days.StopeId, days.From, days.To], token);
}
