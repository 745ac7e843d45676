using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Brings files into the database: as a whole or not at all.</summary>
/// <param name="contexts">Where contexts come from.</param>
/// <param name="clock">The present; later moments are refused.</param>
public sealed class MineImporter(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    /// <summary>Imports one file in one transaction.</summary>
    /// <param name="request">The file and how to take it.</param>
    /// <param name="progress">Gets the number of rows read, every thousand rows and at the end.</param>
    /// <param name="cancellationToken">Stops the import; nothing is written then.</param>
    /// <returns>What was written, or why nothing was: every problem of the file.</returns>
    /// <exception cref="SentinelException">The time zone is not known, or the database or the rejects file cannot be written.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportRequest request,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        ImportReport? report = null;
        await RunAsync(
            async (context, token) => report = await new ImportAttempt(context, request, Now).RunAsync(progress, token),
            cancellationToken
        );
        return report!;
    }

    /// <summary>Adds whole mines that are new, in one transaction.</summary>
    /// <param name="dataset">Stopes with their histories; their mines must not exist.</param>
    /// <param name="options">Shift of time and origin.</param>
    /// <param name="cancellationToken">Stops; nothing is written then.</param>
    /// <exception cref="SentinelException">A mine of that name exists.</exception>
    public async Task AddMineAsync(MineDataset dataset, AddMineOptions options, CancellationToken cancellationToken)
    {
        await RunAsync(
            (context, token) => new MineAddition(context, options, Now).RunAsync(dataset, token),
            cancellationToken
        );
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task RunAsync(Func<SentinelDbContext, CancellationToken, Task> work, CancellationToken token)
    {
        try
        {
            await contexts.RunAsync(work, token);
        }
        catch (Exception exception) when (DatabaseFailure.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }
}
