using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>One import with what is left of its report, and whether it can be undone.</summary>
public sealed record ImportDetailViewModel
{
    public required ImportBatch Batch { get; init; }

    /// <summary>Why it cannot be undone; null: it can.</summary>
    public required UndoRefusal? Refusal { get; init; }

    /// <summary>When what stood before its changes is cleared, UTC; null: it is not, or it changed nothing.</summary>
    public DateTime? KeptUntil { get; init; }

    /// <summary>Where an undo stands that was asked for and is not done; null: there is none.</summary>
    public UndoState? Undo { get; init; }

    /// <summary>Why an undo that was asked for just now did not happen; null: none was.</summary>
    public SentinelException? Failed { get; init; }

    public KeptReport Report => KeptReport.Of(Batch);

    /// <summary>What undoing it would do, in words.</summary>
    public string Plan =>
        (Batch.Added, Batch.Updated) switch
        {
            (0, 0) => Texts.Of("It wrote nothing, so nothing is removed."),
            (var added, 0) => $"{Removed(added)}.",
            (0, var updated) => $"{PutBack(updated)}.",
            (var added, var updated) => $"{Removed(added)}; {PutBack(updated)}.",
        };

    private static string Removed(int count) =>
        Texts.Count(count, "{0} row that it added is removed", "{0} rows that it added are removed");

    private static string PutBack(int count) =>
        Texts.Count(
            count,
            "{0} row that it changed is put back as they were before",
            "{0} rows that it changed are put back as they were before"
        );
}
