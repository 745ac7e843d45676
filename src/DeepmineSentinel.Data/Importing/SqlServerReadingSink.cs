using System.Data;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Bulk copy into a temporary table, then whole sets from there. Not tested on Microsoft SQL Server itself.</summary>
internal sealed class SqlServerReadingSink(SentinelDbContext context) : IReadingSink
{
    private const string Table = "#ImportedReadings";

    private const string Columns =
        "StopeId, Timestamp, VibrationVelocityMmPerSecond, DeformationRateMmPerDay, "
        + "StressMegapascals, TemperatureCelsius, HumidityPercent, ImportBatchId";

    private const string CreateSql = $"""
        IF OBJECT_ID('tempdb..{Table}') IS NOT NULL DROP TABLE {Table};
        CREATE TABLE {Table} (Line int NOT NULL PRIMARY KEY, StopeId int NOT NULL, Timestamp datetime2 NOT NULL,
            VibrationVelocityMmPerSecond float, DeformationRateMmPerDay float, StressMegapascals float,
            TemperatureCelsius float, HumidityPercent float, ImportBatchId int);
        """;

    // 0 added, 1 updated, 2 known, 3 twice: the numbers of SinkResult.
    private const string JudgeSql = $"""
        SELECT s.Line, CASE
            WHEN s.Turn > 1 OR (r.StopeId IS NOT NULL AND r.ImportBatchId = s.ImportBatchId) THEN 3
            WHEN r.StopeId IS NULL THEN 0 WHEN @update = 1 THEN 1 ELSE 2 END
        FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY StopeId, Timestamp ORDER BY Line) AS Turn FROM {Table}) s
        LEFT JOIN Readings r ON r.StopeId = s.StopeId AND r.Timestamp = s.Timestamp
        ORDER BY s.Line;
        """;

    private const string WriteSql = $"""
        DELETE s FROM (SELECT ROW_NUMBER() OVER (PARTITION BY StopeId, Timestamp ORDER BY Line) AS Turn FROM {Table}) s
            WHERE s.Turn > 1;
        INSERT INTO ReplacedReadings (ImportBatchId, StopeId, Timestamp, VibrationVelocityMmPerSecond,
            DeformationRateMmPerDay, StressMegapascals, TemperatureCelsius, HumidityPercent, PriorBatchId)
        SELECT s.ImportBatchId, r.StopeId, r.Timestamp, r.VibrationVelocityMmPerSecond, r.DeformationRateMmPerDay,
            r.StressMegapascals, r.TemperatureCelsius, r.HumidityPercent, r.ImportBatchId
        FROM Readings r JOIN {Table} s ON r.StopeId = s.StopeId AND r.Timestamp = s.Timestamp
        WHERE @update = 1 AND s.ImportBatchId IS NOT NULL
            AND (r.ImportBatchId IS NULL OR r.ImportBatchId <> s.ImportBatchId);
        UPDATE r SET VibrationVelocityMmPerSecond = s.VibrationVelocityMmPerSecond,
            DeformationRateMmPerDay = s.DeformationRateMmPerDay, StressMegapascals = s.StressMegapascals,
            TemperatureCelsius = s.TemperatureCelsius, HumidityPercent = s.HumidityPercent,
            ImportBatchId = s.ImportBatchId
        FROM Readings r JOIN {Table} s ON r.StopeId = s.StopeId AND r.Timestamp = s.Timestamp
        WHERE @update = 1 AND (r.ImportBatchId IS NULL OR r.ImportBatchId <> s.ImportBatchId);
        INSERT INTO Readings ({Columns}) SELECT {Columns} FROM {Table} s
        WHERE NOT EXISTS (SELECT 1 FROM Readings r WHERE r.StopeId = s.StopeId AND r.Timestamp = s.Timestamp);
        """;

    public async Task<SinkResult[]> WriteAsync(IReadOnlyList<Reading> readings, bool update, CancellationToken token)
    {
        await ExecuteAsync(CreateSql, update, token);
        using (SqlBulkCopy copy = new(Connection, SqlBulkCopyOptions.Default, Transaction))
        {
            copy.DestinationTableName = Table;
            using DataTable rows = Rows(readings);
            await copy.WriteToServerAsync(rows, token);
        }

        SinkResult[] results = await JudgeAsync(readings.Count, update, token);
        await ExecuteAsync(WriteSql, update, token);
        return results;
    }

    public void Dispose() { }

    private SqlConnection Connection => (SqlConnection)context.Database.GetDbConnection();

    private SqlTransaction? Transaction => (SqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();

    private static DataTable Rows(IReadOnlyList<Reading> readings)
    {
        DataTable table = new();
        table.Columns.Add("Line", typeof(int));
        table.Columns.Add("StopeId", typeof(int));
        table.Columns.Add("Timestamp", typeof(DateTime));
        foreach (var quantity in ReadingQuantities.All)
        {
            table.Columns.Add(quantity.Name, typeof(double));
        }

        table.Columns.Add("ImportBatchId", typeof(int));
        for (int line = 0; line < readings.Count; line++)
        {
            table.Rows.Add(Row(line, readings[line]));
        }

        return table;
    }

    private static object?[] Row(int line, Reading reading) =>
        [
            line,
            reading.StopeId,
            reading.Timestamp,
            .. Enumerable
                .Range(0, ReadingQuantities.All.Count)
                .Select(channel => (object?)ReadingQuantities.Value(reading, channel)),
            reading.ImportBatchId,
        ];

    private async Task<SinkResult[]> JudgeAsync(int count, bool update, CancellationToken token)
    {
        SinkResult[] results = new SinkResult[count];
        await using SqlCommand command = Command(JudgeSql, update);
        await using SqlDataReader reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            results[reader.GetInt32(0)] = (SinkResult)reader.GetInt32(1);
        }

        return results;
    }

    private async Task ExecuteAsync(string sql, bool update, CancellationToken token)
    {
        await using SqlCommand command = Command(sql, update);
        await command.ExecuteNonQueryAsync(token);
    }

    private SqlCommand Command(string sql, bool update)
    {
        // Both texts are constants of this class.
#pragma warning disable CA2100 // No user's text is in it.
        SqlCommand command = new(sql, Connection, Transaction);
#pragma warning restore CA2100
        if (sql != CreateSql)
        {
            command.Parameters.AddWithValue("@update", update ? 1 : 0);
        }

        return command;
    }
}
