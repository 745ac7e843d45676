using System.Runtime.CompilerServices;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Answers how stable stopes are: lazily loaded, kept in memory, never reassuring without a trained model.</summary>
public sealed class MLPredictionService(
    StopeHistoryReader stopes,
    PredictionEngine engine,
    PredictionStore predictions,
    TrainingService training,
    ArtifactStore artifacts
)
{
    /// <summary>Stopes that are read and answered at once.</summary>
    internal const int StopesAtOnce = 100;

    /// <summary>Predicts one stope now; nothing is stored.</summary>
    /// <exception cref="SentinelException">There is no such stope.</exception>
    public async Task<StabilityPrediction> PredictComprehensiveStabilityAsync(
        int stopeId,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => (await PredictMultipleAsync([stopeId], asOf, cancellationToken))[0];

    /// <summary>Predicts one stope by name; the mine is needed where several have a stope of that name.</summary>
    /// <exception cref="SentinelException">There is no such stope, or more than one.</exception>
    public async Task<StabilityPrediction> PredictComprehensiveStabilityAsync(
        string stopeName,
        string? mine,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) =>
        await PredictComprehensiveStabilityAsync(
            await FindStopeAsync(stopeName, mine, cancellationToken),
            asOf,
            cancellationToken
        );

    /// <summary>Predicts many stopes, all of them by the same version; nothing is stored.</summary>
    /// <exception cref="SentinelException">One of the stopes does not exist.</exception>
    public async Task<IReadOnlyList<StabilityPrediction>> PredictMultipleAsync(
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    )
    {
        Dictionary<int, StabilityPrediction> answers = [];
        await foreach (AnsweredPart part in PredictPartsAsync(stopeIds, asOf, cancellationToken))
        {
            foreach (StabilityPrediction answer in part.Predictions)
            {
                answers[answer.StopeId] = answer;
            }
        }

        return [.. stopeIds.Select(id => answers.TryGetValue(id, out var answer) ? answer : throw NoStope($"{id}"))];
    }

    /// <summary>The stored answer of a stope, aged to the present; null: none yet.</summary>
    public Task<StoredAnswer?> GetStoredAsync(int stopeId, CancellationToken cancellationToken) =>
        predictions.GetAsync(stopeId, cancellationToken);

    /// <summary>Predicts now and stores the answer as the stope's latest.</summary>
    /// <exception cref="SentinelException">There is no such stope.</exception>
    public async Task<StoredAnswer> PredictAndStoreAsync(int stopeId, CancellationToken cancellationToken)
    {
        await PredictAndStoreAsync([stopeId], cancellationToken);
        return await predictions.GetAsync(stopeId, cancellationToken) ?? throw NoStope($"{stopeId}");
    }

    /// <summary>Queues a training run on what the database holds now.</summary>
    public Task<TrainingRun> TrainModelWithCurrentDataAsync(
        TrainModelOptions options,
        string requestedBy,
        CancellationToken cancellationToken
    ) =>
        training.QueueAsync(
            options with
            {
                Source = TrainingSource.Database,
            },
            TrainingOrigin.Site,
            requestedBy,
            cancellationToken
        );

    /// <summary>Whether a valid model is loaded or on disk; data alone is not a model.</summary>
    public Task<bool> IsModelTrained(CancellationToken cancellationToken) => engine.HasModelAsync(cancellationToken);

    /// <summary>What was measured of the serving model on stopes that it never saw; null: there is no model.</summary>
    public async Task<ModelPerformance?> GetModelPerformanceMetricsAsync(CancellationToken cancellationToken)
    {
        if (await engine.ServingRunAsync(cancellationToken) is not { } runId)
        {
            return null;
        }

        await using Stream metrics = Metrics(runId);
        using JsonDocument document = await JsonDocument.ParseAsync(metrics, default, cancellationToken);
        return new ModelPerformance(runId, document.RootElement.Clone());
    }

    /// <summary>Importance of the serving model's inputs, as measured when it was trained.</summary>
    public async Task<FeatureImportance> GetFeatureImportanceAsync(CancellationToken cancellationToken)
    {
        if (await engine.ServingRunAsync(cancellationToken) is not { } runId)
        {
            return new FeatureImportance(null, new Dictionary<string, double>());
        }

        await using Stream metrics = Metrics(runId);
        TrainingResult? result = await JsonSerializer.DeserializeAsync<TrainingResult>(
            metrics,
            ArtifactJson.ResultOptions,
            cancellationToken
        );
        return new FeatureImportance(runId, result!.FeatureImportance);
    }

    /// <summary>How the serving model is; loads it if nothing has needed it yet.</summary>
    public Task<ModelHealth> CheckHealthAsync(CancellationToken cancellationToken) =>
        engine.CheckHealthAsync(cancellationToken);

    /// <summary>Predicts and stores; stopes that are gone are left out.</summary>
    internal async Task<int> PredictAndStoreAsync(IReadOnlyList<int> stopeIds, CancellationToken cancellationToken)
    {
        int stored = 0;
        await foreach (AnsweredPart part in PredictPartsAsync(stopeIds, null, cancellationToken))
        {
            stored += (await predictions.StoreAsync(part.ToStore(), cancellationToken)).Count;
        }

        return stored;
    }

    /// <summary>Predicts many stopes part by part, all by the same version; stopes that are gone are left out.</summary>
    internal async IAsyncEnumerable<AnsweredPart> PredictPartsAsync(
        IEnumerable<int> stopeIds,
        DateTime? asOf,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using EngineSession session = await engine.OpenAsync(cancellationToken);
        foreach (int[] chunk in stopeIds.Distinct().Chunk(StopesAtOnce))
        {
            IReadOnlyList<StopeHistory> histories = await stopes.ReadAsync(chunk, asOf, cancellationToken);
            yield return new AnsweredPart(
                chunk,
                histories,
                await session.PredictAsync(histories, asOf, cancellationToken)
            );
        }
    }

    internal async Task<int> FindStopeAsync(string name, string? mine, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> found = await stopes.FindAsync(name.Trim(), mine, cancellationToken);
        return found.Count switch
        {
            1 => found[0],
            0 => throw NoStope($"'{name}'"),
            _ => throw new SentinelException(
                FailureKind.InvalidInput,
                "stope_ambiguous",
                $"Several mines have a stope '{name}'; name the mine too."
            ),
        };
    }

    private Stream Metrics(string runId) => artifacts.Open(RunId.Parse(runId)).OpenRead(ArtifactFileNames.Metrics);

    private static SentinelException NoStope(string what) =>
        new(FailureKind.NotFound, "stope_not_found", $"There is no stope {what}.");
}
