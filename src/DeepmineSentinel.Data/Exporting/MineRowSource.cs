using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Exporting;

/// <summary>Streams mines out of the database as files, stope by stope in the order of names, so that equal data give equal bytes.</summary>
internal sealed class MineRowSource
{
    private readonly SentinelDbContext context;
    private readonly List<(Mine Mine, Stope Stope)> stopes;

    private MineRowSource(SentinelDbContext context, List<(Mine, Stope)> stopes)
    {
        this.context = context;
        this.stopes = stopes;
    }

    /// <summary>Whether outcomes that nobody may learn from are left out, as for a training run; an export has all.</summary>
    public bool OnlyLearnable { get; set; }

    public static async Task<MineRowSource> OpenAsync(
        SentinelDbContext context,
        IReadOnlyList<Mine> mines,
        CancellationToken token
    )
    {
        Dictionary<int, Mine> byId = mines.ToDictionary(mine => mine.Id);
        int[] ids = [.. byId.Keys];
        List<Stope> found = await context
            .Stopes.AsNoTracking()
            .Where(stope => ids.Contains(stope.MineId))
            .ToListAsync(token);
        return new MineRowSource(
            context,
            [
                .. found
                    .Select(stope => (Mine: byId[stope.MineId], Stope: stope))
                    .OrderBy(pair => pair.Mine.Name, StringComparer.Ordinal)
                    .ThenBy(pair => pair.Stope.Name, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Outcomes that nobody may learn from: those that wait for a review, and those that one put aside.</summary>
    public async Task<(int Waiting, int PutAside)> LeftOutAsync(CancellationToken token)
    {
        int[] mines = [.. stopes.Select(pair => pair.Mine.Id).Distinct()];
        IQueryable<int> ids = context.Stopes.Where(stope => mines.Contains(stope.MineId)).Select(stope => stope.Id);
        int all = await context.Outcomes.CountAsync(outcome => ids.Contains(outcome.StopeId), token);
        int learnable = await context.LearnableOutcomes().CountAsync(outcome => ids.Contains(outcome.StopeId), token);
        int waiting = await context.WaitingOutcomes().CountAsync(outcome => ids.Contains(outcome.StopeId), token);
        return (waiting, all - learnable - waiting);
    }

    /// <summary>Writes one kind of rows; the stream is closed.</summary>
    public async Task WriteAsync(ImportKind kind, Stream stream, CancellationToken token)
    {
        using CsvRowWriter writer = new(stream, CsvLayout.Of(kind));
        foreach ((Mine mine, Stope stope) in stopes)
        {
            await WriteAsync(kind, writer, (mine, stope), token);
        }
    }

    private Task WriteAsync(
        ImportKind kind,
        CsvRowWriter writer,
        (Mine Mine, Stope Stope) owner,
        CancellationToken token
    )
    {
        switch (kind)
        {
            case ImportKind.Stopes:
                writer.Stope(owner.Mine.Name, History(owner.Mine, owner.Stope));
                return Task.CompletedTask;
            case ImportKind.Readings:
                return WriteReadingsAsync(writer, owner, token);
            case ImportKind.Events:
                return WriteEventsAsync(writer, owner, token);
            case ImportKind.Outcomes:
                return WriteOutcomesAsync(writer, owner, token);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private async Task WriteReadingsAsync(CsvRowWriter writer, (Mine Mine, Stope Stope) owner, CancellationToken token)
    {
        var readings = context
            .Readings.AsNoTracking()
            .Where(reading => reading.StopeId == owner.Stope.Id)
            .OrderBy(reading => reading.Timestamp)
            .AsAsyncEnumerable();
        await foreach (var reading in readings.WithCancellation(token))
        {
            writer.Reading(owner.Mine.Name, owner.Stope.Name, reading);
        }
    }

    private async Task WriteEventsAsync(CsvRowWriter writer, (Mine Mine, Stope Stope) owner, CancellationToken token)
    {
        var events = context
            .Events.AsNoTracking()
            .Where(happening => happening.StopeId == owner.Stope.Id)
            .OrderBy(happening => happening.Timestamp)
            .ThenBy(happening => happening.Type)
            .ThenBy(happening => happening.ChargeKilograms)
            .ThenBy(happening => happening.DistanceMetres)
            .ThenBy(happening => happening.Notes)
            .AsAsyncEnumerable();
        await foreach (var happening in events.WithCancellation(token))
        {
            writer.Event(owner.Mine.Name, owner.Stope.Name, happening);
        }
    }

    private async Task WriteOutcomesAsync(CsvRowWriter writer, (Mine Mine, Stope Stope) owner, CancellationToken token)
    {
        var outcomes = (OnlyLearnable ? context.LearnableOutcomes() : context.Outcomes)
            .AsNoTracking()
            .Where(outcome => outcome.StopeId == owner.Stope.Id)
            .OrderBy(outcome => outcome.ObservedAt)
            .ThenBy(outcome => outcome.Class)
            .ThenBy(outcome => outcome.ElosMetres)
            .AsAsyncEnumerable();
        await foreach (var outcome in outcomes.WithCancellation(token))
        {
            writer.Outcome(owner.Mine.Name, owner.Stope.Name, outcome);
        }
    }

    private static StopeHistory History(Mine mine, Stope stope) =>
        new()
        {
            Mine = mine.Name,
            Name = stope.Name,
            IsSynthetic = mine.IsSynthetic,
            Properties = stope.Properties,
            UndatedStability = stope.UndatedStability,
        };
}
