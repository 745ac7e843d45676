using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Tests.Csv;
using DeepmineSentinel.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Data.Tests.Importing;

/// <summary>Runs against the empty database that DEEPMINE_TEST_SQLSERVER names by a connection string.</summary>
public sealed class SqlServerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readings_go_into_a_real_SQL_Server_and_duplicates_are_told_apart()
    {
        string? connection = Environment.GetEnvironmentVariable("DEEPMINE_TEST_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(connection), "DEEPMINE_TEST_SQLSERVER does not name a SQL Server.");
        using TempFolder folder = new();
        await using ServiceProvider services = SqliteSite.Services(
            folder,
            new() { ["Database:Provider"] = "SqlServer", ["Database:ConnectionString"] = connection }
        );
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Token);
        MineImporter importer = services.GetRequiredService<MineImporter>();
        string mine = $"Test {Guid.NewGuid():N}";
        ImportRequest Request(ImportKind kind, string text) =>
            new()
            {
                Kind = kind,
                Path = folder.Write("import.csv", text),
                MineName = mine,
                By = "test",
            };

        await importer.ImportAsync(Request(ImportKind.Stopes, CsvText.Stopes(CsvText.GoodStope)), null, Token);
        ImportRequest first = Request(
            ImportKind.Readings,
            CsvText.Readings("S1,2024-01-01,1,,,,", "S1,2024-01-02,2,,,,")
        );
        Assert.Equal(2, (await importer.ImportAsync(first, null, Token)).Added);
        Assert.Equal(2, (await importer.ImportAsync(first, null, Token)).TotalProblems);
        ImportReport update = await importer.ImportAsync(first with { Update = true }, null, Token);
        Assert.Equal((0, 2), (update.Added, update.Updated));
        string twice = CsvText.Readings("S1,2024-01-03,1,,,,", "S1,2024-01-03,2,,,,");
        Assert.Equal(
            [3],
            (await importer.ImportAsync(Request(ImportKind.Readings, twice), null, Token)).Problems.Select(p => p.Line)
        );

        await using SentinelDbContext context = services
            .GetRequiredService<IDbContextFactory<SentinelDbContext>>()
            .CreateDbContext();
        await context.Mines.Where(m => m.Name == mine).ExecuteDeleteAsync(Token);
    }
}
