using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Database;

/// <summary>Brings the database to the newest schema. Any number of processes may do so at once.</summary>
/// <param name="contexts">Where contexts come from.</param>
public sealed class DatabaseMigrator(IDbContextFactory<SentinelDbContext> contexts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Applies what is pending.</summary>
    /// <param name="cancellationToken">Stops waiting or migrating.</param>
    /// <returns>Names of the migrations that were applied by this call; empty when there was nothing to do.</returns>
    /// <exception cref="SentinelException">
    /// The settings are refused, the database cannot be used, or another process has been migrating for too long.
    /// </exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ApplyAsync(cancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await AppliedMigrations.AreAllAsync(context, cancellationToken))
        {
            return [];
        }

        await using FileStream? turn = await TakeTurnAsync(context, cancellationToken);
        string[] pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Length > 0)
        {
            await FreeLeftLockAsync(context, cancellationToken);
            await MigrateWithoutForeignKeysAsync(context, cancellationToken);
        }

        return pending;
    }

    // SQL Server has a lock of its own that dies with its session. EF's lock on SQLite is a row that a killed process
    // leaves for ever; a file lock goes with its process.
    private static async Task<FileStream?> TakeTurnAsync(SentinelDbContext context, CancellationToken token)
    {
        if (LockFile(context) is not { } file)
        {
            return null;
        }

        for (TimeSpan waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (HeldFile.IsReason(held))
            {
                await Task.Delay(Pause, token);
            }
        }

        throw new SentinelException(
            FailureKind.Unavailable,
            "migration_locked",
            $"Another process has been migrating the database for {Patience.TotalMinutes} minutes (lock file {file})."
        );
    }

    private static string? LockFile(SentinelDbContext context)
    {
        if (!context.Database.IsSqlite())
        {
            return null;
        }

        SqliteConnectionStringBuilder connection = new(context.Database.GetConnectionString());
        return SqliteFile.IsInMemory(connection) ? null : connection.DataSource + ".migrating";
    }

    // A rebuilt table is dropped under the rows that point to it. SQLite switches foreign keys outside transactions only,
    // so the whole migration runs on one connection without them; the next connection has them again.
    private static async Task MigrateWithoutForeignKeysAsync(SentinelDbContext context, CancellationToken token)
    {
        if (!context.Database.IsSqlite())
        {
            await context.Database.MigrateAsync(token);
            return;
        }

        await context.Database.OpenConnectionAsync(token);
        try
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", token);
            await context.Database.MigrateAsync(token);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    // Whoever holds the file lock is alone: a row in EF's lock table was left by a process that died.
    private static async Task FreeLeftLockAsync(SentinelDbContext context, CancellationToken token)
    {
        if (context.Database.IsSqlite())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", token);
        }
    }
}
