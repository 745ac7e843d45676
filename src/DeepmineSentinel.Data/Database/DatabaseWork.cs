using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Database;

/// <summary>Work that begins its own transaction. SQL Server's retries ask that it can be begun again as a whole.</summary>
public static class DatabaseWork
{
    /// <summary>Runs the work, and again after a lost connection, each time with a context that remembers nothing.</summary>
    /// <param name="contexts">Where contexts come from.</param>
    /// <param name="work">Begins and commits its transaction; changes nothing but the database.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task RunAsync(
        this IDbContextFactory<SentinelDbContext> contexts,
        Func<SentinelDbContext, CancellationToken, Task> work,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(contexts);
        await using SentinelDbContext first = await contexts.CreateDbContextAsync(cancellationToken);
        await first
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using SentinelDbContext context = await contexts.CreateDbContextAsync(token);
                    await work(context, token);
                },
                cancellationToken
            );
    }
}
