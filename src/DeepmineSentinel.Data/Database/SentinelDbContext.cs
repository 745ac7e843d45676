using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Answers;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Database;

/// <summary>Everything the product stores. The two providers derive from it and add nothing but themselves.</summary>
/// <param name="options">Provider and connection.</param>
public abstract class SentinelDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Length of a stored category name.</summary>
    internal const int CategoryLength = 32;

    /// <summary>Mines.</summary>
    public DbSet<Mine> Mines => Set<Mine>();

    /// <summary>Stopes.</summary>
    public DbSet<Stope> Stopes => Set<Stope>();

    /// <summary>Sensor readings, keyed by stope and time.</summary>
    public DbSet<Reading> Readings => Set<Reading>();

    /// <summary>Least and greatest readings of hours and days; who writes readings renews them.</summary>
    public DbSet<ReadingSummary> ReadingSummaries => Set<ReadingSummary>();

    /// <summary>Blasts, excavation, inspections.</summary>
    public DbSet<OperationalEvent> Events => Set<OperationalEvent>();

    /// <summary>Dated outcomes.</summary>
    public DbSet<Outcome> Outcomes => Set<Outcome>();

    /// <summary>What people said of outcomes; the last one of an outcome counts.</summary>
    public DbSet<OutcomeReview> OutcomeReviews => Set<OutcomeReview>();

    /// <summary>Stored predictions; one a stope is the latest.</summary>
    public DbSet<StoredPrediction> Predictions => Set<StoredPrediction>();

    /// <summary>What people said of predictions.</summary>
    public DbSet<PredictionFeedback> Feedback => Set<PredictionFeedback>();

    /// <summary>Training runs.</summary>
    public DbSet<TrainingRun> TrainingRuns => Set<TrainingRun>();

    /// <summary>Registered models.</summary>
    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();

    /// <summary>Every move of a production pointer.</summary>
    public DbSet<PointerMove> PointerMoves => Set<PointerMove>();

    /// <summary>Case histories, which belong to no mine.</summary>
    public DbSet<CaseHistory> CaseHistories => Set<CaseHistory>();

    /// <summary>Imports.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>Readings as they were before imports changed them.</summary>
    public DbSet<ReplacedReading> ReplacedReadings => Set<ReplacedReading>();

    /// <summary>Other rows as they were before imports changed them.</summary>
    public DbSet<ReplacedRow> ReplacedRows => Set<ReplacedRow>();

    /// <summary>Predictions of many stopes, asked for at once.</summary>
    public DbSet<PredictionBatch> PredictionBatches => Set<PredictionBatch>();

    /// <summary>The stopes of such batches with their answers.</summary>
    public DbSet<PredictionBatchItem> PredictionBatchItems => Set<PredictionBatchItem>();

    /// <summary>Alerts, open and resolved.</summary>
    public DbSet<Alert> Alerts => Set<Alert>();

    /// <summary>The audit trail of alerts.</summary>
    public DbSet<AlertChange> AlertChanges => Set<AlertChange>();

    /// <summary>Messages about alerts: those that wait, and the log of those that were sent.</summary>
    public DbSet<AlertDelivery> AlertDeliveries => Set<AlertDelivery>();

    /// <summary>The response plan as it was edited on the site.</summary>
    public DbSet<ResponsePlanVersion> ResponsePlanVersions => Set<ResponsePlanVersion>();

    /// <summary>Who did what to stopes and mines.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>What people noted of stopes.</summary>
    public DbSet<StopeNote> StopeNotes => Set<StopeNote>();

    /// <summary>Answers to requests that carried a key, for a day.</summary>
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    /// <summary>Collation under which names that differ only by case are one name (docs/decisions/010).</summary>
    protected abstract string NameCollation { get; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(CategoryLength);

        // A level is an order: lists sort by it and compare it, which text would get wrong without a word.
        configurationBuilder.Properties<RiskLevel>().HaveConversion<int>();
        configurationBuilder.Properties<AlertLevel>().HaveConversion<int>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SentinelDbContext).Assembly);
        modelBuilder.Entity<Mine>().Property(mine => mine.Name).UseCollation(NameCollation);
        modelBuilder.Entity<Stope>().Property(stope => stope.Name).UseCollation(NameCollation);
    }
}
