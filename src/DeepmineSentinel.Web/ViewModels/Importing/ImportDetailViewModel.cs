using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Data.Importing.Undoing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>One import with what is left of its report, and whether it can be undone.</summary>
public sealed record ImportDetailViewModel
{
    public required ImportBatch Batch { get; init; }

    /// <summary>Why it cannot be undone; null: it can.</summary>
    public required UndoRefusal? Refusal { get; init; }

    /// <summary>Why an undo that was asked for just now did not happen; null: none was.</summary>
    public string? Failed { get; init; }

    public KeptReport Report => KeptReport.Of(Batch);

    /// <summary>What undoing it would do, in words.</summary>
    public string Plan =>
        (Batch.Added, Batch.Updated) switch
        {
            (0, 0) => "It wrote nothing, so nothing is removed.",
            (var added, 0) => $"{Rows(added)} that it added {Are(added)} removed.",
            (0, var updated) => $"{Rows(updated)} that it changed {Are(updated)} put back as they were before.",
            (var added, var updated) =>
                $"{Rows(added)} that it added {Are(added)} removed; {Rows(updated)} that it changed {Are(updated)} put back as they were before.",
        };

    private static string Rows(int count) => count == 1 ? "1 row" : $"{Numbers.Count(count)} rows";

    private static string Are(int count) => count == 1 ? "is" : "are";
}
