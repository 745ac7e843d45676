using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Csv.Rows;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing;

/// <summary>Adds and changes stopes; makes mines that are new.</summary>
internal sealed class StopeImport(ImportScope scope) : RowImport(scope)
{
    private const int RowsAtOnce = 500;

    private readonly HashSet<StopeKey> seen = [];
    private readonly List<(StopeRow Row, Mine Mine, Func<string, bool> Has)> pending = [];

    public override async ValueTask TakeAsync(RowReader row, CancellationToken token)
    {
        if (StopeRowParser.Parse(row) is not { } stope || await MineAsync(row, stope, token) is not { } mine)
        {
            return;
        }

        int name = row.Table.Layout.IndexOf(CsvLayout.StopeName);
        Dictionary<string, int> known = await Scope.Mines.StopesAsync(mine, token);
        if (!seen.Add(new StopeKey(mine.Name, stope.Name)))
        {
            row.Refuse(name, RowReasons.StopeTwice);
        }
        else if (known.ContainsKey(stope.Name) && !Scope.Request.Update)
        {
            row.Refuse(name, RowReasons.StopeKnown);
        }
        else
        {
            RowTable table = row.Table;
            pending.Add((stope, mine, column => table.Has(table.Layout.IndexOf(column))));
            if (pending.Count >= RowsAtOnce)
            {
                await FlushAsync(token);
            }
        }
    }

    public override async Task FlushAsync(CancellationToken token)
    {
        List<(Stope Stope, Mine Mine)> added = [];
        foreach ((StopeRow row, Mine mine, Func<string, bool> has) in pending)
        {
            int batch = await Scope.Batches.ForAsync(mine, token);
            if ((await Scope.Mines.StopesAsync(mine, token)).TryGetValue(row.Name, out int id))
            {
                Change(await Scope.Context.Stopes.SingleAsync(stope => stope.Id == id, token), row, has, batch);
            }
            else
            {
                added.Add((Add(row, mine, batch), mine));
            }
        }

        await Scope.Context.SaveChangesAsync(token);
        foreach ((Stope stope, Mine mine) in added)
        {
            (await Scope.Mines.StopesAsync(mine, token))[stope.Name] = stope.Id;
        }

        Scope.Context.ChangeTracker.Clear();
        pending.Clear();
    }

    private async ValueTask<Mine?> MineAsync(RowReader row, StopeRow stope, CancellationToken token)
    {
        if (Scope.Mines.Find(stope.Mine) is not { } mine)
        {
            string zone = Scope.Request.TimeZoneId ?? "UTC";
            Mine made = await Scope.Mines.AddAsync(new Mine(stope.Mine, zone, stope.Synthetic ?? false), token);
            await Scope.Batches.ForAsync(made, token);
            Scope.Batches.Keep(ReplacedSubject.Mine, made.Id, null, null);
            return made;
        }

        if (stope.Synthetic is null || stope.Synthetic == mine.IsSynthetic)
        {
            return mine;
        }

        row.Refuse(
            row.Table.Layout.IndexOf("synthetic"),
            $"must be {mine.IsSynthetic}, as for the rest of its mine: generated and observed data are never mixed"
        );
        return null;
    }

    private Stope Add(StopeRow row, Mine mine, int batch)
    {
        Stope stope = new(mine.Id, row.Name, row.Properties, Scope.Now);
        if (row.UndatedStability is not null)
        {
            stope.Label(row.UndatedStability, Scope.Now);
        }

        stope.BroughtBy(batch);
        Scope.Context.Add(stope);
        Scope.Added++;
        return stope;
    }

    private void Change(Stope stope, StopeRow row, Func<string, bool> has, int batch)
    {
        StopeProperties properties = StopeMerge.Merged(stope.Properties, row.Properties, has);
        bool? label = has("stability") ? row.UndatedStability : stope.UndatedStability;
        if (properties == stope.Properties && label == stope.UndatedStability)
        {
            return;
        }

        StopeFields before = StopeFields.Of(stope);
        Scope.Batches.Keep(ReplacedSubject.Stope, stope.Id, stope.ImportBatchId, StopeBefore.Of(stope).ToJson());
        stope.Describe(properties, Scope.Now);
        stope.Label(label, Scope.Now);
        stope.BroughtBy(batch);
        Scope.Batches.Tell(stope.Id, AuditAction.Imported, before.Until(StopeFields.Of(stope)));
        Scope.Updated++;
    }
}
