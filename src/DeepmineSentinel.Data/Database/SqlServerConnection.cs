using DeepmineSentinel.Core.Errors;
using Microsoft.Data.SqlClient;

namespace DeepmineSentinel.Data.Database;

/// <summary>What a SQL Server connection string must have.</summary>
internal static class SqlServerConnection
{
    /// <summary>The connection string, once it is known to encrypt.</summary>
    /// <exception cref="SentinelException">It is missing, unreadable or does not encrypt.</exception>
    public static string Checked(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "connection_string_missing",
                "Database:Provider is SqlServer, so Database:ConnectionString must be set."
            );
        }

        SqlConnectionStringBuilder connection = Parse(text);
        return connection.Encrypt == SqlConnectionEncryptOption.Optional
            ? throw new SentinelException(
                FailureKind.InvalidInput,
                "database_encryption_required",
                "Database:ConnectionString must have Encrypt=True (or Strict): data and passwords would travel in clear."
            )
            : connection.ConnectionString;
    }

    private static SqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_connection_string",
                "Database:ConnectionString is not a SQL Server connection string.",
                exception
            );
        }
    }
}
