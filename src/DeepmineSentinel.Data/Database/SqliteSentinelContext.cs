using DeepmineSentinel.Core.Predictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DeepmineSentinel.Data.Database;

/// <summary>The store in a SQLite file.</summary>
/// <param name="options">Provider and connection.</param>
public sealed class SqliteSentinelContext(DbContextOptions<SqliteSentinelContext> options) : SentinelDbContext(options)
{
    /// <inheritdoc/>
    protected override string NameCollation => "NOCASE";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // SQLite uses a partial index only for a query that says its filter word for word, and that is "IsLatest" without "= 1".
        foreach (IMutableIndex index in modelBuilder.Entity<StoredPrediction>().Metadata.GetIndexes())
        {
            index.SetFilter(index.GetFilter() is null ? null : "[IsLatest]");
        }
    }
}
