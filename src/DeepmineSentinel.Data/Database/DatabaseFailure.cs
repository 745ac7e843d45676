using DeepmineSentinel.Core.Errors;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Database;

/// <summary>Says in words what a provider's exception means, the same for both providers.</summary>
public static class DatabaseFailure
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const byte FatalForConnection = 20;

    /// <summary>The failure; null when the exception tells of a defect rather than of the outside.</summary>
    /// <param name="exception">What was thrown while the database was used.</param>
    public static SentinelException? Explain(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            SentinelException? explained = cause switch
            {
                DbUpdateConcurrencyException => ChangedMeanwhile(exception),
                SqliteException sqlite => Explain(sqlite, exception),
                SqlException server => Explain(server, exception),
                _ => null,
            };
            if (explained is not null)
            {
                return explained;
            }
        }

        return null;
    }

    private static SentinelException? Explain(SqliteException sqlite, Exception inner) =>
        (sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode) switch
        {
            (_, SqliteUnique or SqlitePrimaryKey) => Duplicate(inner),
            (5 or 6, _) => Unavailable("database_busy", "The database is busy with another write; try again.", inner),
            (13, _) => Unavailable("database_full", "The disk of the database is full.", inner),
            (8, _) => Unavailable("database_read_only", "The database file cannot be written to.", inner),
            (10 or 14, _) => Unavailable(
                "database_unavailable",
                "The database file cannot be opened or read; is its disk full?",
                inner
            ),
            (11 or 26, _) => new SentinelException(
                FailureKind.Damaged,
                "database_damaged",
                "The database file is damaged, or it is no SQLite database.",
                inner
            ),
            _ => null,
        };

    // A duplicate is 2601 by an index and 2627 by a key. Timeouts are -2; deadlocks 1205; sign-in and name 18456, 4060.
    private static SentinelException? Explain(SqlException server, Exception inner) =>
        server.Number switch
        {
            2601 or 2627 => Duplicate(inner),
            1205 => Unavailable("database_busy", "The database is busy with another write; try again.", inner),
            -2 or 53 or 4060 or 18456 => Unavailable(
                "database_unavailable",
                "SQL Server did not answer or refused the connection.",
                inner
            ),
            _ when server.Class >= FatalForConnection => Unavailable(
                "database_unavailable",
                "The connection to SQL Server was lost or could not be made.",
                inner
            ),
            _ => null,
        };

    private static SentinelException Duplicate(Exception inner) =>
        new(FailureKind.Conflict, "duplicate", "There is one of that name or time already.", inner);

    private static SentinelException ChangedMeanwhile(Exception inner) =>
        new(
            FailureKind.Conflict,
            "changed_meanwhile",
            "Somebody else changed this meanwhile; look at it again, then repeat your change.",
            inner
        );

    private static SentinelException Unavailable(string code, string message, Exception inner) =>
        new(FailureKind.Unavailable, code, message, inner);
}
