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
                ? $"Import {batch.Id} cannot be undone: somebody changed or removed {Rows(rows)} of it since."
                : $"Import {batch.Id} cannot be undone: later imports changed {Rows(rows)} of it; undo these first: {Imports(laterBatches)}."
        );

    public static UndoRefusal InUse(ImportBatch batch, IReadOnlyList<string> stopes, int total) =>
        new(
            "import_in_use",
            $"Import {batch.Id} cannot be undone: by now there are readings, events or outcomes of {Stopes(stopes, total)}; undo what brought those first."
        );

    public static UndoRefusal Answered(ImportBatch batch, IReadOnlyList<string> stopes, int total) =>
        new(
            "import_answered",
            $"Import {batch.Id} cannot be undone: people answered alerts or predictions of, or keep notes on, {Stopes(stopes, total)}; archive instead of undoing."
        );

    public static UndoRefusal Reviewed(ImportBatch batch, int outcomes) =>
        new(
            "import_reviewed",
            $"Import {batch.Id} cannot be undone: people reviewed {outcomes} of its outcomes; put these aside instead, so that nothing is learnt from them."
        );

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";

    private static string Imports(IReadOnlyList<int> ids) =>
        ids.Count > NamesShown ? $"{string.Join(", ", ids.Take(NamesShown))} and others" : string.Join(", ", ids);

    private static string Stopes(IReadOnlyList<string> names, int total) =>
        total == 1 ? $"stope {names[0]}"
        : total > NamesShown ? $"{total} stopes: {string.Join(", ", names.Take(NamesShown))} and others"
        : $"{total} stopes: {string.Join(", ", names)}";
}
