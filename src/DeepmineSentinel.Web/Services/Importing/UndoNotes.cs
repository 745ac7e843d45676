using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Web.Composition;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>
/// Remembers in <c>data/undos/</c> which undos were asked for until they are done, so that a site that ended in the middle can say
/// so. Files rather than rows: the database can be written by one at a time, and that may be another undo.
/// </summary>
public sealed class UndoNotes(ProjectFolders folders, CurrentOperator person, TimeProvider clock)
{
    private string Root => Path.Combine(folders.Root, "data", "undos");

    /// <summary>The note of an import's undo; null: there is none, or it is of another import that had its key.</summary>
    public UndoNote? Find(ImportBatch batch)
    {
        string path = PathOf(batch.Id);
        UndoNote? note = File.Exists(path)
            ? JsonSerializer.Deserialize<UndoNote>(File.ReadAllText(path), WebJson.Options)
            : null;
        return note?.ImportedAt == batch.ImportedAt ? note : null;
    }

    /// <summary>Writes down, whole or not at all, that the person here asks now.</summary>
    /// <exception cref="SentinelException"><c>undo_not_kept</c>: it cannot be written.</exception>
    internal UndoNote Write(ImportBatch batch)
    {
        UndoNote note = new(batch.Id, batch.ImportedAt, clock.GetUtcNow().UtcDateTime, person.Name);
        try
        {
            Directory.CreateDirectory(Root);
            string path = PathOf(note.BatchId);
            File.WriteAllText($"{path}.tmp", JsonSerializer.Serialize(note, WebJson.Options));
            File.Move($"{path}.tmp", path, overwrite: true);
            return note;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "undo_not_kept",
                "It could not be noted that this was asked for: is the disk full or the folder data/undos not writable?",
                exception
            );
        }
    }

    /// <summary>Forgets a note. One that cannot be removed does no harm: a record that says when it was undone outdoes it.</summary>
    internal void Remove(int batchId)
    {
        try
        {
            File.Delete(PathOf(batchId));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    private string PathOf(int batchId) => Path.Combine(Root, FormattableString.Invariant($"{batchId}.json"));
}
