using DeepmineSentinel.Core.Errors;
using Microsoft.Data.Sqlite;

namespace DeepmineSentinel.Data.Database;

/// <summary>Where the SQLite file lies.</summary>
internal static class SqliteFile
{
    /// <summary>The connection string with an absolute path; makes the folder.</summary>
    /// <exception cref="SentinelException">The connection string cannot be read or the folder cannot be made.</exception>
    public static string ConnectionString(DatabaseOptions options)
    {
        SqliteConnectionStringBuilder connection = Parse(options.ConnectionString);
        if (IsInMemory(connection))
        {
            return connection.ToString();
        }

        string file = connection.DataSource.Length > 0 ? connection.DataSource : DatabaseOptions.DefaultFile;
        connection.DataSource = Path.GetFullPath(file, Path.GetFullPath(options.ProjectRoot));
        MakeFolder(Path.GetDirectoryName(connection.DataSource)!);
        return connection.ToString();
    }

    /// <summary>Whether the database lives in memory and so has no file.</summary>
    public static bool IsInMemory(SqliteConnectionStringBuilder connection) =>
        connection.Mode == SqliteOpenMode.Memory
        || connection.DataSource.Contains(":memory:", StringComparison.Ordinal);

    private static SqliteConnectionStringBuilder Parse(string? text)
    {
        try
        {
            return new SqliteConnectionStringBuilder(text ?? "");
        }
        catch (ArgumentException exception)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_connection_string",
                "Database:ConnectionString is not a SQLite connection string, for example: Data Source=data/deepmine.db",
                exception
            );
        }
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "database_folder",
                $"The folder of the database cannot be made: {folder}",
                exception
            );
        }
    }
}
