using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Answers;

/// <summary>Keeps answers for a day (docs/decisions/101).</summary>
/// <param name="contexts">Where contexts come from.</param>
/// <param name="clock">The present.</param>
public sealed class KeptAnswers(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What was answered; null: nothing, or too long ago.</summary>
    /// <param name="id">Key of the answer.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<KeptAnswer?> FindAsync(string id, CancellationToken cancellationToken)
    {
        DateTime oldest = Oldest;
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .KeptAnswers.AsNoTracking()
            .FirstOrDefaultAsync(answer => answer.Id == id && answer.At >= oldest, cancellationToken);
    }

    /// <summary>Keeps an answer and forgets those that are too old.</summary>
    /// <param name="answer">Its moment is set here.</param>
    /// <param name="cancellationToken">Stops; nothing is kept then.</param>
    public async Task KeepAsync(KeptAnswer answer, CancellationToken cancellationToken)
    {
        DateTime oldest = Oldest;
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.KeptAnswers.Where(old => old.At < oldest).ExecuteDeleteAsync(cancellationToken);
        context.KeptAnswers.Add(answer with { At = clock.GetUtcNow().UtcDateTime });
        await context.SaveChangesAsync(cancellationToken);
    }

    private DateTime Oldest => clock.GetUtcNow().UtcDateTime - Kept;
}
