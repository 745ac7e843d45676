using DeepmineSentinel.Core.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Data.Database;

/// <summary>Makes contexts of the configured provider. The settings are read and checked when the first is asked for.</summary>
internal sealed class SentinelContextFactory(IOptions<DatabaseOptions> options, ILoggerFactory loggers)
    : IDbContextFactory<SentinelDbContext>
{
    private readonly Lazy<Func<SentinelDbContext>> make = new(
        () => Maker(options.Value, loggers),
        // A refusal is not kept: the next call looks again.
        LazyThreadSafetyMode.PublicationOnly
    );

    public SentinelDbContext CreateDbContext() => make.Value();

    private static Func<SentinelDbContext> Maker(DatabaseOptions options, ILoggerFactory loggers)
    {
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                DbContextOptions<SqliteSentinelContext> sqlite = new DbContextOptionsBuilder<SqliteSentinelContext>()
                    .UseSentinelSqlite(SqliteFile.ConnectionString(options))
                    .UseLoggerFactory(loggers)
                    .Options;
                return () => new SqliteSentinelContext(sqlite);
            case DatabaseProvider.SqlServer:
                DbContextOptions<SqlServerSentinelContext> server =
                    new DbContextOptionsBuilder<SqlServerSentinelContext>()
                        .UseSentinelSqlServer(SqlServerConnection.Checked(options.ConnectionString))
                        .UseLoggerFactory(loggers)
                        .Options;
                return () => new SqlServerSentinelContext(server);
            default:
                throw new SentinelException(
                    FailureKind.InvalidInput,
                    "unknown_database_provider",
                    "Database:Provider must be Sqlite or SqlServer."
                );
        }
    }
}
