using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DeepmineSentinel.Data.Database;

/// <summary>How each provider is set up: the same for the site, for commands, for tests and at design time.</summary>
internal static class ProviderSetup
{
    private const int Retries = 5;

    public static DbContextOptionsBuilder<SqliteSentinelContext> UseSentinelSqlite(
        this DbContextOptionsBuilder<SqliteSentinelContext> builder,
        string connectionString
    )
    {
        builder
            .UseSqlite(connectionString)
            .AddInterceptors(SqlitePragmas.Instance)
            .ReplaceService<IMigrationsSqlGenerator, AtomicSqliteMigrations>();
        return builder;
    }

    public static DbContextOptionsBuilder<SqlServerSentinelContext> UseSentinelSqlServer(
        this DbContextOptionsBuilder<SqlServerSentinelContext> builder,
        string connectionString
    )
    {
        builder.UseSqlServer(connectionString, server => server.EnableRetryOnFailure(Retries));
        return builder;
    }
}
