using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Composition;

/// <summary>What the site and every command do before anything else: migrate, tidy up after dead processes, seed.</summary>
internal sealed partial class Preparation(
    DatabaseMigrator migrator,
    TrainingService training,
    ModelPointers pointers,
    DemoMineSeeder demo,
    ILogger<Preparation> logger
)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await migrator.MigrateAsync(cancellationToken);
        await training.InterruptLostRunsAsync(cancellationToken);
        await HealAsync(cancellationToken);
        await demo.SeedIfEmptyAsync(cancellationToken);
    }

    // A folder that cannot be written keeps nobody from predicting.
    private async Task HealAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (string mended in await pointers.HealAsync(evenIfEqual: false, cancellationToken))
            {
                LogMended(mended);
            }
        }
        catch (SentinelException exception)
        {
            LogNotMended(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The registry was mended: {What}")]
    private partial void LogMended(string what);

    [LoggerMessage(LogLevel.Warning, "The registry cannot be mended now: {Reason}")]
    private partial void LogNotMended(string reason);
}
