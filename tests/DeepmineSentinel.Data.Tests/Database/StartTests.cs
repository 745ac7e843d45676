using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Data.Tests.Database;

public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Server=db;Database=x;Encrypt=False", "database_encryption_required")]
    [InlineData("Server=db;Database=x;Encrypt=Optional", "database_encryption_required")]
    [InlineData("", "connection_string_missing")]
    [InlineData("Server=db;Nonsense=1", "invalid_connection_string")]
    [InlineData("Server=db;Encrypt=Perhaps", "invalid_connection_string")]
    public async Task A_SQL_Server_that_cannot_be_used_safely_is_refused_at_start(string connection, string code)
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(
            folder,
            new() { ["Database:Provider"] = "SqlServer", ["Database:ConnectionString"] = connection }
        );
        SentinelException refused = await Assert.ThrowsAsync<SentinelException>(() =>
            services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token)
        );
        Assert.Equal(code, refused.Code);
    }

    [Theory]
    [InlineData("Server=db;Database=x;Encrypt=True")]
    [InlineData("Server=db;Database=x;Encrypt=Strict")]
    public void An_encrypted_SQL_Server_connection_is_taken(string connection)
    {
        using TempFolder folder = new();
        using ServiceProvider services = SqliteSite.Services(
            folder,
            new() { ["Database:Provider"] = "SqlServer", ["Database:ConnectionString"] = connection }
        );
        using SentinelDbContext context = services
            .GetRequiredService<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContext();
        Assert.IsType<SqlServerSentinelContext>(context);
    }

    [Fact]
    public async Task The_default_is_a_SQLite_file_under_the_projects_root_and_migrating_twice_does_nothing()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        Assert.True(File.Exists(site.Folder.File("data/deepmine.db")));
        Assert.Empty(await site.Get<DatabaseMigrator>().MigrateAsync(Token));
    }

    [Fact]
    public async Task A_database_with_every_migration_waits_for_nobody_and_one_without_the_last_is_migrated()
    {
        await using SqliteSite site = await SqliteSite.CreateAsync();
        DatabaseMigrator migrator = site.Get<DatabaseMigrator>();
        using (
            FileStream turn = new(
                site.Folder.File("data/deepmine.db.migrating"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            )
        )
        {
            Assert.Empty(await migrator.MigrateAsync(Token));
        }

        string last;
        await using (
            SentinelDbContext context = await site.Get<IDbContextFactory<SentinelDbContext>>()
                .CreateDbContextAsync(Token)
        )
        {
            last = context.Database.GetMigrations().Last();
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().ElementAt(^2), Token);
        }

        Assert.Equal([last], await migrator.MigrateAsync(Token));
    }

    [Fact]
    public async Task Many_migrators_at_once_migrate_once()
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(folder, []);
        DatabaseMigrator migrator = services.GetRequiredService<DatabaseMigrator>();
        IReadOnlyList<string>[] applied = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => migrator.MigrateAsync(Token)))
        );
        Assert.Single(applied, names => names.Count > 0);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_process_does_not_stop_the_next_one()
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(folder, []);
        await using (SentinelDbContext context = Context(services))
        {
            await context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL);"
                    + "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');",
                Token
            );
        }

        Assert.NotEmpty(await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token));
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_be_damaged()
    {
        using TempFolder folder = new();
        Directory.CreateDirectory(folder.File("data"));
        folder.Write("data/deepmine.db", new string('x', 10_000));
        await using ServiceProvider services = SqliteSite.Services(folder, []);
        SentinelException damaged = await Assert.ThrowsAsync<SentinelException>(() =>
            services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token)
        );
        Assert.Equal("database_damaged", damaged.Code);
        SqliteConnection.ClearAllPools();
    }

    [Theory]
    [InlineData("Data Source=elsewhere/mine.db", "elsewhere/mine.db")]
    [InlineData("Data Source=mine.db", "mine.db")]
    public async Task A_relative_file_is_taken_from_the_projects_root_whatever_the_current_folder(
        string connection,
        string expected
    )
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(
            folder,
            new() { ["Database:ConnectionString"] = connection }
        );
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token);
        Assert.True(File.Exists(folder.File(expected)));
        SqliteConnection.ClearAllPools();
    }

    private static SentinelDbContext Context(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<SentinelDbContext>>().CreateDbContext();
}
