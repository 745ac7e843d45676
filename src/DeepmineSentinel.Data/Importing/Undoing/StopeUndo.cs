using System.Globalization;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>
/// Stopes that were added go while nothing hangs on them but what the site made by itself; those that were changed are as before;
/// a mine that the import made goes when it is empty.
/// </summary>
internal sealed class StopeUndo(SentinelDbContext context, ImportBatch batch, UndoMark? mark) : KindUndo(context, batch)
{
    private const int NamesRead = 4;

    public override async Task<UndoRefusal?> RefusalAsync(CancellationToken token)
    {
        int edited = await Own.CountAsync(stope => stope.UpdatedAt != Batch.ImportedAt, token);
        if (edited > 0)
        {
            return UndoWords.ChangedSince(Batch, edited, []);
        }

        return await base.RefusalAsync(token)
            ?? await OfAsync(
                Added.Where(stope =>
                    Context.Readings.Any(row => row.StopeId == stope.Id)
                    || Context.Events.Any(row => row.StopeId == stope.Id)
                    || Context.Outcomes.Any(row => row.StopeId == stope.Id)
                ),
                UndoWords.InUse,
                token
            )
            ?? await OfAsync(Answered, UndoWords.Answered, token);
    }

    public override async Task<(int Removed, int Restored)> TakeBackAsync(UndoMeter meter, CancellationToken token)
    {
        await ForgetLinesAsync(token);
        int removed = await Added.ExecuteDeleteAsync(token);
        meter.Add(removed);
        List<ReplacedRow> found = await FoundAsync(ReplacedSubject.Stope, token);
        foreach (ReplacedRow[] some in found.Chunk(RowsAtOnce))
        {
            await RestoreAsync(some.ToDictionary(row => row.SubjectId), token);
            meter.Add(some.Length);
        }

        await RemoveMinesAsync(token);
        await ForgetAsync(token);
        return (removed, found.Count);
    }

    protected override Task<int> OwnAsync(CancellationToken token) => Own.CountAsync(token);

    private IQueryable<Stope> Own => Context.Stopes.Where(stope => stope.ImportBatchId == Batch.Id);

    private IQueryable<Stope> Added =>
        Own.Where(stope =>
            !Context.ReplacedRows.Any(before =>
                before.ImportBatchId == Batch.Id
                && before.Subject == ReplacedSubject.Stope
                && before.SubjectId == stope.Id
            )
        );

    private IQueryable<Stope> Answered =>
        Added.Where(stope =>
            Context.Alerts.Any(alert =>
                alert.StopeId == stope.Id
                && Context.AlertChanges.Any(change => change.AlertId == alert.Id && change.By != AlertChange.Site)
            )
            || Context.StopeNotes.Any(note => note.StopeId == stope.Id)
            || Context.Predictions.Any(prediction =>
                prediction.StopeId == stope.Id
                && Context.Feedback.Any(feedback => feedback.PredictionId == prediction.Id)
            )
        );

    private async Task<UndoRefusal?> OfAsync(
        IQueryable<Stope> stopes,
        Func<ImportBatch, IReadOnlyList<string>, int, UndoRefusal> words,
        CancellationToken token
    )
    {
        List<string> names = await stopes
            .OrderBy(stope => stope.Name)
            .Select(stope => stope.Name)
            .Take(NamesRead)
            .ToListAsync(token);
        return names.Count == 0 ? null : words(Batch, names, await stopes.CountAsync(token));
    }

    private async Task RestoreAsync(Dictionary<int, ReplacedRow> found, CancellationToken token)
    {
        int[] ids = [.. found.Keys];
        foreach (Stope stope in await Own.Where(stope => ids.Contains(stope.Id)).ToListAsync(token))
        {
            ReplacedRow row = found[stope.Id];
            StopeBefore before = StopeBefore.Parse(row.Before!);
            StopeFields present = StopeFields.Of(stope);
            stope.TakeBack(before.Properties, before.UndatedStability, row.PriorBatchId, before.UpdatedAt);
            Context.Add(Line(stope, present));
        }

        await Context.SaveChangesAsync(token);
        Context.ChangeTracker.Clear();
    }

    // What is left of a stope here tells of imports that were undone before: people's own doings stand in the way of an undo.
    private Task<int> ForgetLinesAsync(CancellationToken token) =>
        Context
            .AuditEntries.Where(line =>
                line.Subject == AuditSubject.Stope && Added.Any(stope => stope.Id == line.SubjectId)
            )
            .ExecuteDeleteAsync(token);

    private AuditEntry Line(Stope stope, StopeFields present) =>
        new()
        {
            Subject = AuditSubject.Stope,
            SubjectId = stope.Id,
            Action = AuditAction.ImportUndone,
            At = mark!.At,
            By = mark.By,
            Fields =
            [
                new AuditField("import", Batch.Id.ToString(CultureInfo.InvariantCulture), null),
                .. present.Until(StopeFields.Of(stope)),
            ],
        };

    // The records of imports go with their mine unless they let go of it, and they are what tells who did what.
    private async Task RemoveMinesAsync(CancellationToken token)
    {
        int[] made = [.. (await FoundAsync(ReplacedSubject.Mine, token)).Select(row => row.SubjectId)];
        IQueryable<Mine> empty = Context.Mines.Where(mine =>
            made.Contains(mine.Id)
            && !Context.Stopes.Any(stope => stope.MineId == mine.Id)
            // Somebody edited it since: it stays, empty.
            && !Context.AuditEntries.Any(line => line.Subject == AuditSubject.Mine && line.SubjectId == mine.Id)
        );
        await Context
            .ImportBatches.Where(known => empty.Any(mine => mine.Id == known.MineId))
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.MineId, (int?)null), token);
        await empty.ExecuteDeleteAsync(token);
    }
}
