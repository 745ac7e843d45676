using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Database;

/// <summary>The store in a SQLite file.</summary>
/// <param name="options">Provider and connection.</param>
public sealed class SqliteSentinelContext(DbContextOptions<SqliteSentinelContext> options) : SentinelDbContext(options)
{
    /// <inheritdoc/>
    protected override string NameCollation => "NOCASE";
}
