using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Answers how stable stopes are: lazily loaded, kept in memory, never reassuring without a trained model.</summary>
public sealed class MLPredictionService
{
    public Task<StabilityPrediction> PredictComprehensiveStabilityAsync(
        int stopeId,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<StabilityPrediction> PredictComprehensiveStabilityAsync(
        string stopeName,
        string? mine,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<StabilityPrediction>> PredictMultipleAsync(
        IReadOnlyList<int> stopeIds,
        DateTime? asOf,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<StoredAnswer?> GetStoredAsync(int stopeId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Predicts now and stores the answer as the stope's latest.</summary>
    public Task<StoredAnswer> PredictAndStoreAsync(int stopeId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<TrainingRun> TrainModelWithCurrentDataAsync(
        TrainModelOptions options,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>Whether a valid model is loaded or on disk; data alone is not a model.</summary>
    public Task<bool> IsModelTrained(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ModelPerformance?> GetModelPerformanceMetricsAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<FeatureImportance> GetFeatureImportanceAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ModelHealth> CheckHealthAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
