using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Composition;

/// <summary>What the site and every command do before anything else: migrate, tidy up after dead processes, seed.</summary>
internal sealed class Preparation(DatabaseMigrator migrator, TrainingService training, DemoMineSeeder demo)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await migrator.MigrateAsync(cancellationToken);
        await training.InterruptLostRunsAsync(cancellationToken);
        await demo.SeedIfEmptyAsync(cancellationToken);
    }
}
