using System.Globalization;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>
/// Brings the rows and <c>registry.jsonl</c> together: a move that only one of them knows is given to the other. A line
/// without its row is a move whose process ended before it committed, or whose database was lost; it has happened.
/// </summary>
public sealed class RegistryHealing(IDbContextFactory<SentinelDbContext> contexts, RegistryLog log)
{
    // Every move changes the file: while it is as it was when both were equal, they are equal still.
    private RegistryStamp? equalAt;

    /// <summary>Whether one of the two knows more than the other. A cheap look without the writer's turn.</summary>
    internal async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        RegistryStamp stamp = log.Stamp();
        if (stamp == equalAt)
        {
            return false;
        }

        RegistryHistory written = log.Read();
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        bool equal = await context.PointerMoves.CountAsync(cancellationToken) == written.Moves.Count;
        equalAt = equal ? stamp : null;
        return !equal;
    }

    /// <summary>Mends; the caller has the writer's turn.</summary>
    internal async Task<IReadOnlyList<string>> HealAsync(
        RegistryLogWriter writer,
        bool evenIfEqual,
        CancellationToken cancellationToken
    )
    {
        RegistryHistory written = writer.Read();
        List<PointerMove> known;
        await using (SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!evenIfEqual && await context.PointerMoves.CountAsync(cancellationToken) == written.Moves.Count)
            {
                return [];
            }

            known = await context
                .PointerMoves.AsNoTracking()
                .OrderBy(move => move.Sequence)
                .ToListAsync(cancellationToken);
        }

        HashSet<long> lines = [.. written.Moves.Select(move => move.Sequence)];
        HashSet<long> rows = [.. known.Select(move => move.Sequence)];
        PointerMove[] unwritten = [.. known.Where(move => !lines.Contains(move.Sequence))];
        PointerMove[] unknown = [.. written.Moves.Where(move => !rows.Contains(move.Sequence))];
        foreach (PointerMove move in unwritten)
        {
            writer.Append(move);
        }

        List<string> pointed = [];
        ModelPurpose[] purposes =
        [
            .. (evenIfEqual ? written.Moves.Concat(known) : unknown).Select(move => move.Purpose).Distinct(),
        ];
        await contexts.RunAsync(
            async (context, token) =>
            {
                await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
                pointed.Clear();
                context.PointerMoves.AddRange(unknown.Select(move => move with { }));
                await context.SaveChangesAsync(token);
                PointerMove[] all = [.. known.Concat(unknown).OrderBy(move => move.Sequence)];
                foreach (ModelPurpose purpose in purposes)
                {
                    pointed.AddRange(await PointerRestore.RunAsync(context, purpose, all, token));
                }

                await transaction.CommitAsync(token);
            },
            cancellationToken
        );
        return
        [
            .. Told(unwritten.Length, "written to registry.jsonl"),
            .. Told(unknown.Length, "read from registry.jsonl"),
            .. pointed,
        ];
    }

    private static IEnumerable<string> Told(int moves, string what)
    {
        if (moves > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{moves} move(s) of the production pointer were {what}."
            );
        }
    }
}
