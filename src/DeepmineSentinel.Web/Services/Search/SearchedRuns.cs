using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>Finds the run that a trial became earlier. A run with any part missing, damaged or pruned is none.</summary>
public sealed class SearchedRuns(
    ExperimentStore experiments,
    ArtifactStore artifacts,
    ModelRegistry registry,
    CurrentOperator person,
    TimeProvider clock
)
{
    /// <summary>The whole, registered run of a trial; null: there is none.</summary>
    internal async Task<TrainingResult?> FindAsync(
        string search,
        string? ownResult,
        string trial,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<string> runs = new[] { ownResult }
            .Concat(experiments.ResultsOfOthers(search))
            .Select(SearchResult.Read)
            .Where(result => result?.BestTrial == trial)
            .Select(result => result!.RunId);
        foreach (string run in runs)
        {
            if (RunId.TryParse(run, out RunId id) && Read(id) is { } result)
            {
                // A new database knows nothing of the runs on disk.
                DateTime now = clock.GetUtcNow().UtcDateTime;
                ModelVersion version = RunRegistrar.Version(result, "Found by a search.", person.Name, now);
                await registry.RegisterAsync(version, cancellationToken);
                return result;
            }
        }

        return null;
    }

    // Every file is compared with its hash; what loads the weights asks the probe. Asking it here, too, would cost as much as all
    // the rest of an answer from the cache.
    private TrainingResult? Read(RunId id)
    {
        try
        {
            using Stream metrics = artifacts.Open(id).OpenRead(ArtifactFileNames.Metrics);
            return JsonSerializer.Deserialize<TrainingResult>(metrics, ArtifactJson.ResultOptions);
        }
        catch (Exception exception) when (exception is SentinelException or JsonException)
        {
            return null;
        }
    }
}
