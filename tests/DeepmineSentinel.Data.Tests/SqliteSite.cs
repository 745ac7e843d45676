using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DeepmineSentinel.Data.Tests;

/// <summary>A migrated SQLite database in a temporary folder, with every service of the project.</summary>
internal sealed class SqliteSite : IAsyncDisposable
{
    public static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider services;

    private SqliteSite(ServiceProvider services) => this.services = services;

    public required TempFolder Folder { get; init; }

    public static async Task<SqliteSite> CreateAsync()
    {
        TempFolder folder = new();
        SqliteSite site = new(Services(folder, [])) { Folder = folder };
        await site.Get<DatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public static ServiceProvider Services(TempFolder folder, Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FixedClock(Now))
            .AddSentinelData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), folder.Path)
            .BuildServiceProvider();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public SentinelDbContext Open() => Get<IDbContextFactory<SentinelDbContext>>().CreateDbContext();

    public async Task<Stope> AddStopeAsync(string mine = "North", string name = "S1")
    {
        await using SentinelDbContext context = Open();
        Mine owner = context.Mines.SingleOrDefault(m => m.Name == mine) ?? context.Add(new Mine(mine)).Entity;
        await context.SaveChangesAsync();
        Stope stope = new(owner.Id, name, Rock, Now);
        context.Add(stope);
        await context.SaveChangesAsync();
        return stope;
    }

    public static StopeProperties Rock { get; } =
        new()
        {
            RqdPercent = 75.5,
            HydraulicRadiusMetres = 6.2,
            DepthMetres = 450,
            DipDegrees = 65,
            Direction = CompassDirection.North,
            UndercutWidthMetres = 5.5,
            RockType = RockType.Granite,
            SupportType = SupportType.RockBolts,
            SupportDensity = 0.8,
            SupportInstalled = true,
            FactorA = 0.1 + 0.2,
        };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Folder.Dispose();
    }
}
