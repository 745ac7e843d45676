using System.Globalization;
using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>The sentences of refusals.</summary>
internal static class UndoWords
{
    private const int NamesShown = 3;

    public static UndoRefusal UndoneAlready(ImportBatch batch) =>
        new(
            "import_undone_already",
            batch.UndoneAt is { } at
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Import {batch.Id} was undone already, by {batch.UndoneBy} on {at:yyyy-MM-dd HH:mm} UTC."
                )
                : $"Import {batch.Id} is being undone by somebody else."
        );

    public static UndoRefusal NotKept(ImportBatch batch) =>
        new(
            "import_before_not_kept",
            $"Import {batch.Id} changed {Rows(batch.Updated)}, and what stood there before is not kept, or no longer; it cannot be undone."
        );

    public static UndoRefusal ChangedSince(ImportBatch batch, int rows, IReadOnlyList<int> laterBatches) =>
        new(
            "import_changed_since",
            laterBatches.Count == 0
                ? $"Import {batch.Id} cannot be undone: {Rows(rows)} of it {Were(rows)} changed or removed since."
                : $"Import {batch.Id} cannot be undone: {Rows(rows)} of it {Were(rows)} changed by later imports; undo {Imports(laterBatches)} first."
        );

    public static UndoRefusal InUse(ImportBatch batch, IReadOnlyList<string> stopes, int total) =>
        new(
            "import_in_use",
            $"Import {batch.Id} cannot be undone: {Stopes(stopes, total)} {(total == 1 ? "has" : "have")} readings, events or outcomes by now; undo what brought those first."
        );

    public static UndoRefusal Answered(ImportBatch batch, IReadOnlyList<string> stopes, int total) =>
        new(
            "import_answered",
            $"Import {batch.Id} cannot be undone: people answered alerts or predictions of, or keep notes on, {Stopes(stopes, total)}; archive {(total == 1 ? "it" : "them")} instead."
        );

    public static UndoRefusal Reviewed(ImportBatch batch, int outcomes) =>
        new(
            "import_reviewed",
            $"Import {batch.Id} cannot be undone: {outcomes} of its outcomes {Were(outcomes)} reviewed; put them aside instead, so that nothing is learnt from them."
        );

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string Imports(IReadOnlyList<int> ids) =>
        ids.Count == 1 ? $"import {ids[0]}" : $"imports {string.Join(", ", ids.Take(NamesShown))}{More(ids.Count)}";

    private static string Stopes(IReadOnlyList<string> names, int total) =>
        $"{(total == 1 ? "stope" : $"{total} stopes:")} {string.Join(", ", names.Take(NamesShown))}{More(total)}";

    private static string More(int total) => total > NamesShown ? " and others" : "";
}
