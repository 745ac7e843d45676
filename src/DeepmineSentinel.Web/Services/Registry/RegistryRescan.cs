using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Rebuilds missing rows of the registry from the folders: what is on disk and whole becomes a candidate.</summary>
internal sealed partial class RegistryRescan(
    ArtifactStore store,
    ModelRegistry registry,
    CurrentOperator person,
    TimeProvider clock,
    ILogger<RegistryRescan> logger
)
{
    /// <summary>The runs that were added.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        HashSet<string> known = [.. (await registry.ListAsync(cancellationToken)).Select(version => version.RunId)];
        List<string> added = [];
        foreach (RunId runId in store.List().Where(runId => !known.Contains(runId.Value)))
        {
            if (Read(runId) is { } result)
            {
                DateTime now = clock.GetUtcNow().UtcDateTime;
                ModelVersion version = RunRegistrar.Version(result, "Found by rescan.", person.Name, now);
                await registry.RegisterAsync(version, cancellationToken);
                added.Add(runId.Value);
            }
        }

        return added;
    }

    private TrainingResult? Read(RunId runId)
    {
        try
        {
            using Stream metrics = store.Open(runId).OpenRead(ArtifactFileNames.Metrics);
            return JsonSerializer.Deserialize<TrainingResult>(metrics, ArtifactJson.ResultOptions);
        }
        catch (Exception exception) when (exception is SentinelException or JsonException)
        {
            LogLeftOut(runId.Value, exception.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Run {RunId} was left out: {Reason}")]
    private partial void LogLeftOut(string runId, string reason);
}
