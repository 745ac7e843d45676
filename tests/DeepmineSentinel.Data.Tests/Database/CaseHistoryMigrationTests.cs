using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Data.Tests.Database;

public sealed class CaseHistoryMigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>SQLite rebuilds the table of imports, which readings and outcomes point to, to let go of its mine.</summary>
    [Fact]
    public async Task Imports_and_what_they_brought_stand_after_the_table_of_imports_was_rebuilt()
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(folder, []);
        await MigrateAsync(services, "ModelLifecycle");
        int mine = await FillAsync(services);

        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token);

        await using SentinelDbContext context = Open(services);
        ImportBatch batch = await context.ImportBatches.SingleAsync(Token);
        Assert.Equal((mine, 7), (batch.MineId, batch.Added));
        Assert.Equal(batch.Id, (await context.Outcomes.SingleAsync(Token)).ImportBatchId);
        Assert.Equal(1, await context.Stopes.CountAsync(Token));
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_migration_that_breaks_off_in_the_middle_leaves_nothing_and_runs_again()
    {
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(folder, []);
        await MigrateAsync(services, "ModelLifecycle");
        await FillAsync(services);
        // The migration ends with the new table; its name being taken breaks it off after the rebuild.
        await ExecuteAsync(services, "CREATE TABLE CaseHistories (Taken INTEGER)");
        string before = await SchemaAsync(services);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token)
        );
        Assert.Equal(before, await SchemaAsync(services));

        await ExecuteAsync(services, "DROP TABLE CaseHistories");
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token);

        await using SentinelDbContext context = Open(services);
        Assert.Equal(1, await context.ImportBatches.CountAsync(Token));
        Assert.Equal(0, await context.CaseHistories.CountAsync(Token));
        SqliteConnection.ClearAllPools();
    }

    private static async Task ExecuteAsync(ServiceProvider services, string sql)
    {
        await using SentinelDbContext context = Open(services);
        await context.Database.ExecuteSqlRawAsync(sql, Token);
    }

    // The lock table comes and goes with every try.
    private static async Task<string> SchemaAsync(ServiceProvider services)
    {
        await using SentinelDbContext context = Open(services);
        List<string> tables = await context
            .Database.SqlQuery<string>(
                $"SELECT name || ': ' || IFNULL(sql, '') AS Value FROM sqlite_master WHERE name <> '__EFMigrationsLock' ORDER BY name"
            )
            .ToListAsync(Token);
        return string.Join('\n', tables);
    }

    private static async Task MigrateAsync(ServiceProvider services, string name)
    {
        await using SentinelDbContext context = Open(services);
        Directory.CreateDirectory(Path.GetDirectoryName(context.Database.GetDbConnection().DataSource)!);
        await context.GetService<IMigrator>().MigrateAsync(name, Token);
    }

    private static async Task<int> FillAsync(ServiceProvider services)
    {
        await using SentinelDbContext context = Open(services);
        Mine mine = context.Add(new Mine("North")).Entity;
        await context.SaveChangesAsync(Token);
        Stope stope = context.Add(new Stope(mine.Id, "S1", SqliteSite.Rock, SqliteSite.Now)).Entity;
        await context.SaveChangesAsync(Token);
        // Written as they were then: the entities have had more columns since.
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO ImportBatches (Id, Kind, MineId, FileName, Sha256, ImportedAt, ImportedBy, Added, Updated, Rejected) VALUES (1, {nameof(ImportKind.Outcomes)}, {mine.Id}, 'outcomes.csv', {new string('0', 64)}, {SqliteSite.Now}, 'tester', 7, 0, 0)",
            Token
        );
        DateTime observed = SqliteSite.Now.AddDays(-1);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO Outcomes (StopeId, ObservedAt, Class, ImportBatchId) VALUES ({stope.Id}, {observed}, {nameof(OutcomeClass.Stable)}, 1)",
            Token
        );
        return mine.Id;
    }

    private static SentinelDbContext Open(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<SentinelDbContext>>().CreateDbContext();
}
