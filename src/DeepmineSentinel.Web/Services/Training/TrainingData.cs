using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>What a run learns from.</summary>
/// <param name="Dataset">Stopes with their histories.</param>
/// <param name="Snapshot">Name of the snapshot of the database; null: the user's own files.</param>
internal sealed record TrainingData(MineDataset Dataset, string? Snapshot);
