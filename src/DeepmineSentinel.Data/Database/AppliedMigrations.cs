using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DeepmineSentinel.Data.Database;

/// <summary>
/// Whether a SQLite file has every migration of this program already, which is so at all starts but the first. It is read from
/// the history alone: EF would build a model of its own for the same answer, a large part of the time of a short command.
/// </summary>
internal static class AppliedMigrations
{
    private const string History = "SELECT MigrationId FROM __EFMigrationsHistory";
    private const int NoSuchTable = 1;

    /// <summary>False: something is pending, or only EF can tell.</summary>
    public static async Task<bool> AreAllAsync(SentinelDbContext context, CancellationToken token)
    {
        if (!context.Database.IsSqlite())
        {
            return false;
        }

        SqliteConnectionStringBuilder connection = new(context.Database.GetConnectionString());
        return !SqliteFile.IsInMemory(connection)
            && File.Exists(connection.DataSource)
            && (await ReadAsync(context, token)).IsSupersetOf(Known(context.GetType()));
    }

    private static async Task<HashSet<string>> ReadAsync(SentinelDbContext context, CancellationToken token)
    {
        await context.Database.OpenConnectionAsync(token);
        try
        {
            await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = History;
            await using DbDataReader rows = await command.ExecuteReaderAsync(token);
            HashSet<string> applied = [];
            while (await rows.ReadAsync(token))
            {
                applied.Add(rows.GetString(0));
            }

            return applied;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NoSuchTable)
        {
            return [];
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static IEnumerable<string> Known(Type context) =>
        typeof(SentinelDbContext)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(Migration))
                && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
            )
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id);
}
