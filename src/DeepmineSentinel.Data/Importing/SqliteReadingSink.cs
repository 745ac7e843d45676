using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Importing;

/// <summary>A few prepared statements in one transaction; the key itself finds duplicates, so memory stays small.</summary>
internal sealed class SqliteReadingSink : IReadingSink
{
    private const string InsertSql = """
        INSERT INTO Readings (StopeId, Timestamp, VibrationVelocityMmPerSecond, DeformationRateMmPerDay,
            StressMegapascals, TemperatureCelsius, HumidityPercent, ImportBatchId)
        VALUES ($stope, $time, $v0, $v1, $v2, $v3, $v4, $batch)
        ON CONFLICT (StopeId, Timestamp) DO NOTHING
        """;

    private const string KeepSql = """
        INSERT INTO ReplacedReadings (ImportBatchId, StopeId, Timestamp, VibrationVelocityMmPerSecond,
            DeformationRateMmPerDay, StressMegapascals, TemperatureCelsius, HumidityPercent, PriorBatchId)
        SELECT $batch, StopeId, Timestamp, VibrationVelocityMmPerSecond, DeformationRateMmPerDay, StressMegapascals,
            TemperatureCelsius, HumidityPercent, ImportBatchId
        FROM Readings WHERE StopeId = $stope AND Timestamp = $time AND ImportBatchId IS NOT $batch
        """;

    private const string UpdateSql = """
        UPDATE Readings SET VibrationVelocityMmPerSecond = $v0, DeformationRateMmPerDay = $v1, StressMegapascals = $v2,
            TemperatureCelsius = $v3, HumidityPercent = $v4, ImportBatchId = $batch
        WHERE StopeId = $stope AND Timestamp = $time AND ImportBatchId IS NOT $batch
        """;

    private const string IsOwnSql =
        "SELECT COUNT(*) FROM Readings WHERE StopeId = $stope AND Timestamp = $time AND ImportBatchId IS $batch";

    private readonly SqliteCommand insert;
    private readonly SqliteCommand keep;
    private readonly SqliteCommand change;
    private readonly SqliteCommand isOwn;

    public SqliteReadingSink(SentinelDbContext context)
    {
        insert = Prepared(context, InsertSql);
        keep = Prepared(context, KeepSql);
        change = Prepared(context, UpdateSql);
        isOwn = Prepared(context, IsOwnSql);
    }

    public Task<SinkResult[]> WriteAsync(IReadOnlyList<Reading> readings, bool update, CancellationToken token)
    {
        SinkResult[] results = new SinkResult[readings.Count];
        for (int index = 0; index < results.Length; index++)
        {
            token.ThrowIfCancellationRequested();
            results[index] = Write(readings[index], update);
        }

        return Task.FromResult(results);
    }

    public void Dispose()
    {
        insert.Dispose();
        keep.Dispose();
        change.Dispose();
        isOwn.Dispose();
    }

    private SinkResult Write(Reading reading, bool update)
    {
        if (Bound(insert, reading).ExecuteNonQuery() == 1)
        {
            return SinkResult.Added;
        }

        if (update && Change(reading))
        {
            return SinkResult.Updated;
        }

        return Bound(isOwn, reading).ExecuteScalar() is 1L ? SinkResult.Twice : SinkResult.Known;
    }

    // What an import changes is kept, so that it can be taken back; without a record there is nothing to take back.
    private bool Change(Reading reading)
    {
        if (reading.ImportBatchId is not null)
        {
            Bound(keep, reading).ExecuteNonQuery();
        }

        return Bound(change, reading).ExecuteNonQuery() == 1;
    }

    private static SqliteCommand Bound(SqliteCommand command, Reading reading)
    {
        SqliteParameterCollection parameters = command.Parameters;
        parameters[0].Value = reading.StopeId;
        parameters[1].Value = reading.Timestamp;
        parameters[2].Value = (object?)reading.ImportBatchId ?? DBNull.Value;
        for (int channel = 3; channel < parameters.Count; channel++)
        {
            parameters[channel].Value = (object?)ReadingQuantities.Value(reading, channel - 3) ?? DBNull.Value;
        }

        return command;
    }

    private static SqliteCommand Prepared(SentinelDbContext context, string sql)
    {
        SqliteCommand command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        List<string> names = ["$stope", "$time", "$batch"];
        names.AddRange(
            Enumerable.Range(0, ReadingQuantities.All.Count).Select(channel => $"$v{channel}").Where(sql.Contains)
        );
        foreach (string name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        command.Prepare();
        return command;
    }
}
