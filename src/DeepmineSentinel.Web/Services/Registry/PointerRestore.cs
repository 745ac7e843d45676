using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Puts the pointers of a purpose where its last move left them.</summary>
internal static class PointerRestore
{
    /// <summary>Points; within the caller's transaction.</summary>
    /// <param name="context">Rows of all versions.</param>
    /// <param name="purpose">Whose pointers.</param>
    /// <param name="moves">All moves in their order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Sentences about what was changed, or cannot be; empty: the pointers stand right.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        SentinelDbContext context,
        ModelPurpose purpose,
        IReadOnlyList<PointerMove> moves,
        CancellationToken cancellationToken
    )
    {
        if (moves.LastOrDefault(move => move.Purpose == purpose) is not { } last)
        {
            return [];
        }

        List<ModelVersion> versions = await context
            .ModelVersions.Where(version => version.Purpose == purpose)
            .ToListAsync(cancellationToken);
        ModelVersion? production = Usable(versions, last.RunId);
        ModelVersion? previous = Usable(versions, last.PreviousRunId);
        if (
            Stands(versions, ModelVersionState.Production, production)
            && Stands(versions, ModelVersionState.Previous, previous)
        )
        {
            return [.. Missing(last, production, previous)];
        }

        await ClearAsync(context, versions, cancellationToken);
        if (previous is not null)
        {
            previous.Promote(moves.LastOrDefault(move => move.RunId == previous.RunId)?.At ?? last.At);
            previous.StepDown();
            await context.SaveChangesAsync(cancellationToken);
        }

        production?.Promote(last.At);
        await context.SaveChangesAsync(cancellationToken);
        return
        [
            .. production is null ? Array.Empty<string>() : [$"Run {last.RunId} is in production again."],
            .. previous is null ? Array.Empty<string>() : [$"Run {last.PreviousRunId} is the previous version again."],
            .. Missing(last, production, previous),
        ];
    }

    private static ModelVersion? Usable(List<ModelVersion> versions, string? runId) =>
        versions.Find(version => version.RunId == runId && version.State != ModelVersionState.Archived);

    private static bool Stands(List<ModelVersion> versions, ModelVersionState state, ModelVersion? wanted) =>
        versions.Find(version => version.State == state)?.RunId == wanted?.RunId;

    // One save a step: the database checks that no two rows have the same pointer.
    private static async Task ClearAsync(
        SentinelDbContext context,
        List<ModelVersion> versions,
        CancellationToken cancellationToken
    )
    {
        versions.Find(version => version.State == ModelVersionState.Previous)?.Retire();
        await context.SaveChangesAsync(cancellationToken);
        if (versions.Find(version => version.State == ModelVersionState.Production) is { } production)
        {
            production.StepDown();
            production.Retire();
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static IEnumerable<string> Missing(PointerMove last, ModelVersion? production, ModelVersion? previous)
    {
        if (production is null)
        {
            yield return $"Run {last.RunId} was in production; it is not registered any more, so nothing is.";
        }

        if (previous is null && last.PreviousRunId is not null)
        {
            yield return $"Run {last.PreviousRunId} was the previous version; it is not registered any more.";
        }
    }
}
