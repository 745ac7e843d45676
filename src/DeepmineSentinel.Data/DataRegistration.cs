using DeepmineSentinel.Data.Answers;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Data.Snapshots;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DeepmineSentinel.Data;

/// <summary>Registers everything of this project.</summary>
public static class DataRegistration
{
    /// <summary>Adds the database, imports and exports, snapshots and the artifact store.</summary>
    /// <param name="services">Services of the site or of a command.</param>
    /// <param name="configuration">Has the section <c>Database</c>.</param>
    /// <param name="projectRoot">Folder that <c>data/</c> and <c>models/</c> lie in, whatever the current folder is.</param>
    public static IServiceCollection AddSentinelData(
        this IServiceCollection services,
        IConfiguration configuration,
        string projectRoot
    )
    {
        services
            .AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.Section))
            .Configure(options => options.ProjectRoot = projectRoot)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<SentinelDbContext>, SentinelContextFactory>();
        services.AddScoped(provider =>
            provider.GetRequiredService<IDbContextFactory<SentinelDbContext>>().CreateDbContext()
        );
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton(provider => Swept(Path.Combine(projectRoot, "models"), provider));
        services.AddSingleton<ExperimentStore>();
        services.AddSingleton<EvaluationStore>();
        services.AddSingleton(new RegistryLog(Path.Combine(projectRoot, "models")));
        services.AddSingleton<MineCsvReader>();
        services.AddSingleton<MineImporter>();
        services.AddSingleton<ImportUndo>();
        services.AddSingleton<ReadingWriter>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<SeriesSummaries>();
        services.AddSingleton<MineExporter>();
        services.AddSingleton<CaseHistoryStore>();
        services.AddSingleton<CaseHistoryCsvReader>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<CompressedRuns>();
        services.AddSingleton<InventoryReader>();
        return services;
    }

    // Every process begins with what the one before it left.
    private static ArtifactStore Swept(string modelsFolder, IServiceProvider provider)
    {
        ArtifactStore store = new(modelsFolder, provider.GetRequiredService<TimeProvider>());
        store.Sweep();
        return store;
    }
}
