using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Notes that people keep of stopes.</summary>
public sealed class NoteService(SentinelDbContext database, AuditTrail trail, TimeProvider clock)
{
    private const int ExcerptLength = 80;

    // A form sent twice by one press.
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(1);

    /// <summary>Keeps a note; the same text by the same person within a minute is one note.</summary>
    /// <exception cref="SentinelException">There is no such stope, or the text is missing or too long.</exception>
    public async Task AddAsync(int stopeId, string? text, CancellationToken cancellationToken)
    {
        if (!await database.Stopes.AnyAsync(stope => stope.Id == stopeId, cancellationToken))
        {
            throw new SentinelException(FailureKind.NotFound, "stope_not_found", "There is no such stope.");
        }

        DateTime now = clock.GetUtcNow().UtcDateTime;
        StopeNote note = new(stopeId, text ?? "", trail.Person, now);
        DateTime since = now - Twice;
        bool known = await database.StopeNotes.AnyAsync(
            other =>
                other.StopeId == stopeId
                && other.Text == note.Text
                && other.By == note.By
                && other.At >= since
                && other.ArchivedAt == null,
            cancellationToken
        );
        if (!known)
        {
            database.StopeNotes.Add(note);
            trail.OfStope(stopeId, AuditAction.NoteAdded, new AuditField("note", null, Excerpt(note)));
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Takes a note out of sight; done twice it changes nothing.</summary>
    /// <exception cref="SentinelException">The stope has no such note.</exception>
    public async Task ArchiveAsync(int stopeId, int noteId, CancellationToken cancellationToken)
    {
        StopeNote note = await FindAsync(stopeId, noteId, cancellationToken);
        if (note.Archive(clock.GetUtcNow().UtcDateTime))
        {
            trail.OfStope(stopeId, AuditAction.NoteArchived, new AuditField("note", Excerpt(note), null));
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Brings a note back; done twice it changes nothing.</summary>
    /// <exception cref="SentinelException">The stope has no such note.</exception>
    public async Task RestoreAsync(int stopeId, int noteId, CancellationToken cancellationToken)
    {
        StopeNote note = await FindAsync(stopeId, noteId, cancellationToken);
        if (note.Restore())
        {
            trail.OfStope(stopeId, AuditAction.NoteRestored, new AuditField("note", null, Excerpt(note)));
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<StopeNote> FindAsync(int stopeId, int noteId, CancellationToken cancellationToken) =>
        await database.StopeNotes.FirstOrDefaultAsync(
            note => note.Id == noteId && note.StopeId == stopeId,
            cancellationToken
        ) ?? throw new SentinelException(FailureKind.NotFound, "note_not_found", "The stope has no such note.");

    private static string Excerpt(StopeNote note) =>
        note.Text.Length <= ExcerptLength ? note.Text : $"{note.Text[..ExcerptLength]}...";
}
