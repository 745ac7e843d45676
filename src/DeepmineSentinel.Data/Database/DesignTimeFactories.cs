using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DeepmineSentinel.Data.Database;

/// <summary>For dotnet-ef; nothing is ever opened through it.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSentinelContext>
{
    public SqliteSentinelContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteSentinelContext>().UseSentinelSqlite("Data Source=design-time.db").Options
        );
}

/// <summary>For dotnet-ef; nothing is ever opened through it.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSentinelContext>
{
    public SqlServerSentinelContext CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerSentinelContext>()
                .UseSentinelSqlServer("Server=design-time;Database=deepmine;Encrypt=True")
                .Options
        );
}
