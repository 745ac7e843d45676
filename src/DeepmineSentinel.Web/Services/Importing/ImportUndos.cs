using System.Threading.Channels;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>
/// Undos that pages ask for: one at a time in the order of asking, by a job of the site, so that a page can show how far a large one
/// is. An import is undone once, however often a button is pressed (docs/decisions/104).
/// </summary>
public sealed partial class ImportUndos(
    ImportService imports,
    ImportQueries queries,
    UndoNotes notes,
    TimeProvider clock,
    ILogger<ImportUndos> logger
)
{
    private readonly Channel<AskedUndo> queue = Channel.CreateUnbounded<AskedUndo>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly Dictionary<int, AskedUndo> asked = [];
    private readonly Lock gate = new();

    /// <summary>Where the undo of an import stands; null: nobody asked for it, or it is done.</summary>
    public UndoState? StateOf(ImportBatch batch) =>
        batch.UndoneAt is not null ? null
        : Asked(batch.Id) is { } known ? known.State
        : notes.Find(batch) is { } note ? new UndoState { Stage = UndoStage.Lost, Note = note }
        : null;

    /// <summary>Asks for an undo; one that waits or is at work is joined.</summary>
    /// <returns>Ends when the import is undone, and fails where it could not be.</returns>
    /// <exception cref="SentinelException">There is no such import, or something depends on it; the code says what.</exception>
    public async Task<Task<UndoReport>> AskAsync(int batchId, CancellationToken cancellationToken)
    {
        if (Asked(batchId) is { IsOpen: true } known)
        {
            return known.End;
        }

        ImportBatch batch = await queries.GetAsync(batchId, cancellationToken);
        if (await imports.UndoRefusalAsync(batchId, cancellationToken) is { } refusal)
        {
            throw refusal.ToException();
        }

        lock (gate)
        {
            // Another press may have asked between the look and this.
            if (asked.TryGetValue(batchId, out AskedUndo? other) && other.IsOpen)
            {
                return other.End;
            }

            AskedUndo added = new(notes.Write(batch), clock);
            asked[batchId] = added;
            queue.Writer.TryWrite(added);
            return added.End;
        }
    }

    /// <summary>Waits for the next that is asked for and sees it through.</summary>
    /// <exception cref="OperationCanceledException">The site ends; what was at work has changed nothing.</exception>
    internal async Task RunNextAsync(CancellationToken cancellationToken)
    {
        AskedUndo next = await queue.Reader.ReadAsync(cancellationToken);
        next.Start();
        try
        {
            UndoReport report = await imports.UndoAsync(next.Note.BatchId, next, cancellationToken);
            Forget(next);
            next.Done(report);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            next.Fail(Stopped());
            throw;
        }
        catch (SentinelException refused) when (refused.Kind == FailureKind.Conflict)
        {
            // Its page tells by itself what stands in the way, as long as it does.
            Forget(next);
            next.Fail(refused);
        }
        catch (SentinelException known)
        {
            LogRefused(next.Note.BatchId, known.Code, known.Message);
            next.Fail(known);
        }
        catch (Exception defect)
        {
            LogFailed(defect, next.Note.BatchId);
            next.Fail(Defect(defect));
        }
    }

    private AskedUndo? Asked(int batchId)
    {
        lock (gate)
        {
            return asked.GetValueOrDefault(batchId);
        }
    }

    private void Forget(AskedUndo done)
    {
        lock (gate)
        {
            asked.Remove(done.Note.BatchId);
        }

        notes.Remove(done.Note.BatchId);
    }

    private static SentinelException Stopped() =>
        new(FailureKind.Unavailable, "undo_interrupted", "The site ended before the import was undone.");

    private static SentinelException Defect(Exception inner) =>
        new(FailureKind.Unavailable, "undo_failed", "This is a defect; the site's log has the details.", inner);

    [LoggerMessage(LogLevel.Warning, "Import {Id} was not undone: {Reason} [{Code}]")]
    private partial void LogRefused(int id, string code, string reason);

    [LoggerMessage(LogLevel.Error, "Import {Id} could not be undone by a defect")]
    private partial void LogFailed(Exception exception, int id);
}
