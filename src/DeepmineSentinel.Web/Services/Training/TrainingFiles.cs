using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>What a run reads.</summary>
/// <param name="Csv">The files.</param>
/// <param name="Snapshot">Name of the snapshot of the database; null: the user's own files.</param>
internal sealed record TrainingFiles(MineFiles Csv, string? Snapshot)
{
    /// <summary>What of the database is not in them, a sentence each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
