namespace DeepmineSentinel.Data.Summaries;

/// <summary>The statements that make summaries, in the words of one provider. Parameter 0: spans of days as JSON.</summary>
/// <param name="Spans">The spans as rows <c>t</c> with the columns s, f and t.</param>
/// <param name="Day">Beginning of the day of <c>r.Timestamp</c>.</param>
/// <param name="Hour">Beginning of its hour.</param>
/// <param name="NextDay">The day after <c>d.Start</c>.</param>
/// <param name="Delete">Removes the summaries of the spans.</param>
internal sealed record SummaryStatements(string Spans, string Day, string Hour, string NextDay, string Delete)
{
    /// <summary>Columns of values, in the order of the channels, each as it is named after Least and Greatest.</summary>
    private static readonly (string Reading, string Summary)[] Channels =
    [
        ("VibrationVelocityMmPerSecond", "VibrationMmPerSecond"),
        ("DeformationRateMmPerDay", "DeformationMmPerDay"),
        ("StressMegapascals", "StressMegapascals"),
        ("TemperatureCelsius", "TemperatureCelsius"),
        ("HumidityPercent", "HumidityPercent"),
    ];

    public static SummaryStatements Sqlite { get; } =
        new(
            "(SELECT json_extract(value, '$.s') AS s, json_extract(value, '$.f') AS f, json_extract(value, '$.t') AS t FROM json_each({0})) t",
            "strftime('%Y-%m-%d 00:00:00', r.Timestamp)",
            "strftime('%Y-%m-%d %H:00:00', r.Timestamp)",
            "strftime('%Y-%m-%d 00:00:00', d.Start, '+1 day')",
            """
            DELETE FROM ReadingSummaries WHERE rowid IN (
                SELECT d.rowid FROM (SELECT json_extract(value, '$.s') AS s, json_extract(value, '$.f') AS f, json_extract(value, '$.t') AS t FROM json_each({0})) t
                CROSS JOIN (SELECT 1 AS Hours UNION ALL SELECT 24) h CROSS JOIN ReadingSummaries d
                WHERE d.StopeId = t.s AND d.Hours = h.Hours AND d.Start >= t.f AND d.Start < t.t)
            """
        );

    /// <summary>Not tested on Microsoft SQL Server itself.</summary>
    public static SummaryStatements SqlServer { get; } =
        new(
            "OPENJSON({0}) WITH (s int, f datetime2, t datetime2) t",
            "CAST(CAST(r.Timestamp AS date) AS datetime2)",
            "DATEADD(HOUR, DATEDIFF(HOUR, CAST('2000-01-01' AS datetime2), r.Timestamp), CAST('2000-01-01' AS datetime2))",
            "DATEADD(DAY, 1, d.Start)",
            """
            DELETE d FROM ReadingSummaries d JOIN OPENJSON({0}) WITH (s int, f datetime2, t datetime2) t
                ON d.StopeId = t.s AND d.Start >= t.f AND d.Start < t.t
            """
        );

    /// <summary>Makes the summaries of days from the readings.</summary>
    public string InsertDays =>
        $"""
            INSERT INTO ReadingSummaries ({Targets})
            SELECT r.StopeId, 24, {Day}, COUNT(*), {Values} FROM {Spans} CROSS JOIN Readings r
            WHERE r.StopeId = t.s AND r.Timestamp >= t.f AND r.Timestamp < t.t
            GROUP BY r.StopeId, {Day}
            """;

    /// <summary>Makes the summaries of the hours of days that have many readings.</summary>
    public string InsertHours =>
        $"""
            INSERT INTO ReadingSummaries ({Targets})
            SELECT r.StopeId, 1, {Hour}, COUNT(*), {Values}
            FROM {Spans} CROSS JOIN ReadingSummaries d CROSS JOIN Readings r
            WHERE d.StopeId = t.s AND d.Hours = 24 AND d.Start >= t.f AND d.Start < t.t AND d.Readings > {MostWithoutHours}
                AND r.StopeId = d.StopeId AND r.Timestamp >= d.Start AND r.Timestamp < {NextDay}
            GROUP BY r.StopeId, {Hour}
            """;

    /// <summary>
    /// Reads hours: their summaries, and of days without such each reading as an hour of one. Parameters: the stope, the
    /// beginning, its day, the end.
    /// </summary>
    public string ReadHours =>
        $$"""
            SELECT {{Targets}} FROM ReadingSummaries
            WHERE StopeId = {0} AND Hours = 1 AND Start >= {1} AND Start < {3}
            UNION ALL
            SELECT r.StopeId, 1, r.Timestamp, 1, {{Single}} FROM ReadingSummaries d CROSS JOIN Readings r
            WHERE d.StopeId = {0} AND d.Hours = 24 AND d.Start >= {2} AND d.Start < {3} AND d.Readings <= {{MostWithoutHours}}
                AND r.StopeId = d.StopeId AND r.Timestamp >= d.Start AND r.Timestamp < {{NextDay}}
                AND r.Timestamp >= {1} AND r.Timestamp < {3}
            """;

    private static string MostWithoutHours => $"{Core.Monitoring.ReadingSummary.MostWithoutHours}";

    private static string Targets =>
        "StopeId, Hours, Start, Readings, "
        + string.Join(", ", Channels.Select(channel => $"Least{channel.Summary}, Greatest{channel.Summary}"));

    private static string Single =>
        string.Join(", ", Channels.Select(channel => $"r.{channel.Reading}, r.{channel.Reading}"));

    private static string Values =>
        string.Join(", ", Channels.Select(channel => $"MIN(r.{channel.Reading}), MAX(r.{channel.Reading})"));
}
