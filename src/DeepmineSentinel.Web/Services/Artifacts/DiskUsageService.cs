using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Says what room runs and what belongs to them take.</summary>
public sealed class DiskUsageService(InventoryReader inventory, ModelRegistry registry)
{
    /// <summary>Looks now.</summary>
    public async Task<DiskUsage> ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, ModelVersionState> states = (await registry.ListAsync(cancellationToken)).ToDictionary(
            version => version.RunId,
            version => version.State
        );
        ModelsInventory found = inventory.Read();
        return new DiskUsage([.. found.Runs.Select(run => UsageOf(run, states))], found.Bytes, found.Total);
    }

    private static RunUsage UsageOf(RunOnDisk run, Dictionary<string, ModelVersionState> states)
    {
        string id = run.Id.Value;
        string state =
            !run.IsSealed ? "unfinished"
            : states.TryGetValue(id, out ModelVersionState known) ? known.ToString().ToLowerInvariant()
            : "unknown";
        return new RunUsage(id, state, run.IsCompressed, run.Bytes, run.Total);
    }
}
