using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>
/// Rebuilds missing rows of the registry: what is on disk and whole becomes a candidate, and the pointers stand again where
/// <c>registry.jsonl</c> left them.
/// </summary>
internal sealed class RegistryRescan(
    ArtifactStore store,
    ModelRegistry registry,
    ModelPointers pointers,
    CurrentOperator person,
    TimeProvider clock
)
{
    public async Task<RescanResult> RunAsync(CancellationToken cancellationToken)
    {
        HashSet<string> known = [.. (await registry.ListAsync(cancellationToken)).Select(version => version.RunId)];
        List<string> added = [];
        List<RunVerdict> leftOut = [];
        foreach (RunId runId in store.List().Where(runId => !known.Contains(runId.Value)).Reverse())
        {
            cancellationToken.ThrowIfCancellationRequested();
            (TrainingResult? result, string problem) = Read(runId);
            if (result is null)
            {
                leftOut.Add(new RunVerdict(runId.Value, problem));
                continue;
            }

            DateTime now = clock.GetUtcNow().UtcDateTime;
            ModelVersion version = RunRegistrar.Version(result, "Found by rescan.", person.Name, now);
            await registry.RegisterAsync(version, cancellationToken);
            added.Add(runId.Value);
        }

        return new RescanResult(added, leftOut, await pointers.HealAsync(evenIfEqual: true, cancellationToken));
    }

    private (TrainingResult? Result, string Problem) Read(RunId runId)
    {
        try
        {
            using Stream metrics = store.Open(runId).OpenRead(ArtifactFileNames.Metrics);
            TrainingResult? result = JsonSerializer.Deserialize<TrainingResult>(metrics, ArtifactJson.ResultOptions);
            return result?.RunId == runId.Value
                ? (result, "")
                : (null, $"Run {runId} was left out: its {ArtifactFileNames.Metrics} belongs to another run.");
        }
        catch (Exception exception) when (exception is SentinelException or JsonException)
        {
            return (null, exception.Message);
        }
    }
}
