using System.Runtime.CompilerServices;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The one statement that neither LINQ nor both databases say alike: readings grouped by seconds of time.</summary>
internal static class SeriesStatement
{
    private const string Sqlite = "CAST(strftime('%s', \"Timestamp\") AS INTEGER)";
    private const string SqlServer = "DATEDIFF_BIG(SECOND, '1970-01-01', [Timestamp])";

    // A bucket of one second leaves every reading a point of its own.
    public static IQueryable<SeriesPoint> Of(
        SentinelDbContext database,
        int stopeId,
        (DateTime From, DateTime To) range,
        long bucketSeconds
    )
    {
        string seconds = database.Database.IsSqlite() ? Sqlite : SqlServer;
        string bucket = $"{seconds} / {{3}} * {{3}}";
        string columns = string.Join(
            ", ",
            Columns().Select((name, i) => $"MIN({name}) AS Min{i}, MAX({name}) AS Max{i}")
        );

        // Only names of our own stand in the text; values are parameters.
        string text =
            $"SELECT {bucket} AS Time, COUNT(*) AS Readings, {columns} FROM Readings WHERE StopeId = {{0}} AND Timestamp >= {{1}} AND Timestamp < {{2}} GROUP BY {bucket}";
        return database.Database.SqlQuery<SeriesPoint>(
            FormattableStringFactory.Create(text, stopeId, range.From, range.To, bucketSeconds)
        );
    }

    private static IEnumerable<string> Columns() =>
        [
            "VibrationVelocityMmPerSecond",
            "DeformationRateMmPerDay",
            "StressMegapascals",
            "TemperatureCelsius",
            "HumidityPercent",
        ];
}
