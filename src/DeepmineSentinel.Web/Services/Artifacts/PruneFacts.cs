using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>All that a policy decides from, at one moment.</summary>
internal sealed record PruneFacts
{
    public required ModelsInventory Disk { get; init; }
    public required IReadOnlyList<ModelVersion> Versions { get; init; }
    public required IReadOnlyList<TrainingRun> Runs { get; init; }
    public required DateTime Now { get; init; }
}
