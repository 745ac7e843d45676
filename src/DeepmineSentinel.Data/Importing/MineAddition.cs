using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Writes whole mines from memory.</summary>
internal sealed class MineAddition(SentinelDbContext context, AddMineOptions options, DateTime now)
{
    private readonly TouchedDays touched = new();

    public async Task RunAsync(MineDataset dataset, CancellationToken token)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        using (IReadingSink sink = ReadingSinks.For(context))
        {
            foreach (IGrouping<string, StopeHistory> stopes in dataset.Stopes.GroupBy(stope => stope.Mine))
            {
                await AddAsync(await NewMineAsync(stopes.Key, token), [.. stopes], sink, token);
            }
        }

        await SeriesSummaries.RenewAsync(context, touched, token);
        await transaction.CommitAsync(token);
    }

    private async Task<Mine> NewMineAsync(string name, CancellationToken token)
    {
        if (await context.Mines.AnyAsync(mine => mine.Name == name, token))
        {
            throw new SentinelException(FailureKind.Conflict, "mine_exists", $"There is a mine named {name} already.");
        }

        Mine mine = new(name, options.TimeZoneId, options.IsSynthetic);
        context.Add(mine);
        await context.SaveChangesAsync(token);
        return mine;
    }

    private async Task AddAsync(Mine mine, StopeHistory[] histories, IReadingSink sink, CancellationToken token)
    {
        Stope[] stopes = [.. histories.Select(history => NewStope(mine, history))];
        context.AddRange(stopes.AsEnumerable());
        await context.SaveChangesAsync(token);
        for (int index = 0; index < histories.Length; index++)
        {
            int id = stopes[index].Id;
            context.AddRange(histories[index].Events.Select(happening => Shifted(happening, id)));
            context.AddRange(histories[index].Outcomes.Select(outcome => Shifted(outcome, id)));
            foreach (Reading[] part in histories[index].Readings.Chunk(ReadingSinks.RowsAtOnce))
            {
                Reading[] shifted = [.. part.Select(reading => Shifted(reading, id))];
                touched.Add(shifted);
                await sink.WriteAsync(shifted, update: false, token);
            }
        }

        await context.SaveChangesAsync(token);
        context.ChangeTracker.Clear();
    }

    private Stope NewStope(Mine mine, StopeHistory history)
    {
        Stope stope = new(mine.Id, history.Name, history.Properties, now);
        if (history.UndatedStability is not null)
        {
            stope.Label(history.UndatedStability, now);
        }

        return stope;
    }

    private Reading Shifted(Reading reading, int stopeId) =>
        reading with
        {
            StopeId = stopeId,
            Timestamp = reading.Timestamp + options.Shift,
            ImportBatchId = null,
        };

    private OperationalEvent Shifted(OperationalEvent happening, int stopeId) =>
        happening with
        {
            Id = 0,
            StopeId = stopeId,
            Timestamp = happening.Timestamp + options.Shift,
            ImportBatchId = null,
        };

    private Outcome Shifted(Outcome outcome, int stopeId) =>
        outcome with
        {
            Id = 0,
            StopeId = stopeId,
            ObservedAt = outcome.ObservedAt + options.Shift,
            OccurredAt = outcome.OccurredAt + options.Shift,
            ImportBatchId = null,
        };
}
