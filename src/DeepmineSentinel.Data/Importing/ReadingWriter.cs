using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Adds readings that did not come in a file, by the bulk path of imports and in one transaction.</summary>
/// <param name="contexts">Where contexts come from.</param>
public sealed class ReadingWriter(IDbContextFactory<SentinelDbContext> contexts)
{
    /// <summary>Adds readings and makes the summaries of their days again.</summary>
    /// <param name="readings">Each with its stope, checked, some thousands; of no import.</param>
    /// <param name="told">Line of the audit trail that is written with them, where any was added; null: none.</param>
    /// <param name="cancellationToken">Stops; nothing is written then.</param>
    /// <returns>For each whether it was added; false: the stope has a reading of that moment, stored or earlier in the list.</returns>
    /// <exception cref="SentinelException">The database cannot be written.</exception>
    public async Task<bool[]> AddAsync(
        IReadOnlyList<Reading> readings,
        AuditEntry? told,
        CancellationToken cancellationToken
    )
    {
        bool[] added = [];
        try
        {
            await contexts.RunAsync(
                async (context, token) => added = await AddAsync(context, readings, told, token),
                cancellationToken
            );
        }
        catch (Exception exception) when (DatabaseFailure.Explain(exception) is { } explained)
        {
            throw explained;
        }

        return added;
    }

    private static async Task<bool[]> AddAsync(
        SentinelDbContext context,
        IReadOnlyList<Reading> readings,
        AuditEntry? told,
        CancellationToken token
    )
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        using IReadingSink sink = ReadingSinks.For(context);
        SinkResult[] results = await sink.WriteAsync(readings, update: false, token);
        bool[] added = [.. results.Select(result => result == SinkResult.Added)];
        TouchedDays touched = new();
        touched.Add(readings.Where((_, index) => added[index]));
        await SeriesSummaries.RenewAsync(context, touched, token);
        if (told is not null && added.Contains(true))
        {
            context.Add(told);
            await context.SaveChangesAsync(token);
        }

        await transaction.CommitAsync(token);
        return added;
    }
}
