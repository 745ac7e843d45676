using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What people noted of a stope, and who did what to it: newest first, by pages.</summary>
public sealed class HistoryQueries(SentinelDbContext database)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>Rows that the stope's own page lists.</summary>
    public const int Newest = 20;

    /// <summary>The newest notes in sight, one more than <see cref="Newest"/> where there are more.</summary>
    public async Task<IReadOnlyList<StopeNote>> NewestNotesAsync(int stopeId, CancellationToken cancellationToken) =>
        await Ordered(Notes(stopeId).Where(note => note.ArchivedAt == null))
            .Take(Newest + 1)
            .ToListAsync(cancellationToken);

    /// <summary>The newest lines of the audit trail, one more than <see cref="Newest"/> where there are more.</summary>
    public async Task<IReadOnlyList<AuditEntry>> NewestEntriesAsync(int stopeId, CancellationToken cancellationToken) =>
        await Ordered(Entries(stopeId)).Take(Newest + 1).ToListAsync(cancellationToken);

    /// <summary>A page of all notes, archived ones too.</summary>
    public Task<RecordPage<StopeNote>> NotesAsync(int stopeId, int? page, CancellationToken cancellationToken) =>
        CutAsync(Ordered(Notes(stopeId)), page, cancellationToken);

    /// <summary>A page of the audit trail.</summary>
    public Task<RecordPage<AuditEntry>> EntriesAsync(int stopeId, int? page, CancellationToken cancellationToken) =>
        CutAsync(Ordered(Entries(stopeId)), page, cancellationToken);

    /// <summary>The newest lines of a mine's audit trail, one more than <see cref="PageSize"/> where there are more.</summary>
    public async Task<IReadOnlyList<AuditEntry>> NewestOfMineAsync(int mineId, CancellationToken cancellationToken) =>
        await Ordered(Entries(AuditSubject.Mine, mineId)).Take(PageSize + 1).ToListAsync(cancellationToken);

    private IQueryable<StopeNote> Notes(int stopeId) =>
        database.StopeNotes.AsNoTracking().Where(note => note.StopeId == stopeId);

    private IQueryable<AuditEntry> Entries(int stopeId) => Entries(AuditSubject.Stope, stopeId);

    private IQueryable<AuditEntry> Entries(AuditSubject subject, int id) =>
        database.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject && entry.SubjectId == id);

    private static IQueryable<StopeNote> Ordered(IQueryable<StopeNote> notes) =>
        notes.OrderByDescending(note => note.At).ThenByDescending(note => note.Id);

    private static IQueryable<AuditEntry> Ordered(IQueryable<AuditEntry> entries) =>
        entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);

    private static async Task<RecordPage<TRow>> CutAsync<TRow>(
        IQueryable<TRow> rows,
        int? page,
        CancellationToken cancellationToken
    )
    {
        int total = await rows.CountAsync(cancellationToken);
        int pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        int shown = Math.Clamp(page ?? 1, 1, pages);
        List<TRow> found = await rows.Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new RecordPage<TRow>(found, total, shown, pages);
    }
}
