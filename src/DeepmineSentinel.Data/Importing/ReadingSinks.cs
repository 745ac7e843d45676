using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Chooses the way readings are written.</summary>
internal static class ReadingSinks
{
    /// <summary>Readings that are written at once.</summary>
    public const int RowsAtOnce = 5_000;

    public static IReadingSink For(SentinelDbContext context) =>
        context is SqlServerSentinelContext ? new SqlServerReadingSink(context) : new SqliteReadingSink(context);
}
