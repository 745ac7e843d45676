using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Database;

/// <summary>The store in SQL Server.</summary>
/// <param name="options">Provider and connection.</param>
public sealed class SqlServerSentinelContext(DbContextOptions<SqlServerSentinelContext> options)
    : SentinelDbContext(options)
{
    private const string KeySequence = "BulkKeys";

    /// <inheritdoc/>
    protected override string NameCollation => "Latin1_General_100_CI_AS";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Written many at once: keys from a sequence, as batches of identity rows need MERGE.
        modelBuilder.Entity<Stope>().Property(stope => stope.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<OperationalEvent>().Property(happening => happening.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<Outcome>().Property(outcome => outcome.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<CaseHistory>().Property(history => history.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<ReplacedRow>().Property(before => before.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<Alert>().Property(alert => alert.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<AlertChange>().Property(change => change.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<AlertDelivery>().Property(delivery => delivery.Id).UseHiLo(KeySequence);
        modelBuilder.Entity<StoredPrediction>().Property(prediction => prediction.Id).UseHiLo(KeySequence);
    }
}
