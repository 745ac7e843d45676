using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Data.Csv;

/// <summary>The files that describe one or more mines; all but the first may be absent.</summary>
/// <param name="StaticPath">Stopes.</param>
/// <param name="TimeseriesPath">Readings; null: none.</param>
/// <param name="EventsPath">Events; null: none.</param>
/// <param name="OutcomesPath">Outcomes; null: none.</param>
public sealed record MineFiles(
    string StaticPath,
    string? TimeseriesPath = null,
    string? EventsPath = null,
    string? OutcomesPath = null
)
{
    /// <summary>The usual names of all four in one folder.</summary>
    public static MineFiles In(string folder) =>
        new(
            Path.Combine(folder, "stopes.csv"),
            Path.Combine(folder, "readings.csv"),
            Path.Combine(folder, "events.csv"),
            Path.Combine(folder, "outcomes.csv")
        );

    /// <summary>Those that there are.</summary>
    internal IEnumerable<(ImportKind Kind, string Path)> Present() =>
        ImportKinds.OfMines.Select(kind => (Kind: kind, Path: PathOf(kind))).Where(file => file.Path is not null);

    /// <summary>Path of one of the four; only where all are present.</summary>
    internal string PathOf(ImportKind kind) =>
        kind switch
        {
            ImportKind.Stopes => StaticPath,
            ImportKind.Readings => TimeseriesPath!,
            ImportKind.Events => EventsPath!,
            _ => OutcomesPath!,
        };
}
