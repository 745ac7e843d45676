using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Decides what answers: the loaded model, or the physics rule while one is being trained.</summary>
public sealed class PredictionEngine(ModelHost host, ModelLoader loader, FallbackTraining fallback, SessionParts parts)
{
    internal async Task<EngineSession> OpenAsync(CancellationToken cancellationToken)
    {
        ModelLease? lease = await host.LeaseAsync(cancellationToken);
        if (lease is null)
        {
            await fallback.QueueIfDueAsync(cancellationToken);
        }

        return new EngineSession(lease, parts);
    }

    /// <summary>The run that answers; null: none. Asking queues nothing.</summary>
    internal async Task<string?> ServingRunAsync(CancellationToken cancellationToken)
    {
        using ModelLease? lease = await host.LeaseAsync(cancellationToken);
        return lease?.Info.RunId;
    }

    internal async Task<bool> HasModelAsync(CancellationToken cancellationToken) =>
        host.Current?.Model is not null || await Task.Run(loader.AnyOnDisk, cancellationToken);

    internal async Task<ModelHealth> CheckHealthAsync(CancellationToken cancellationToken)
    {
        using ModelLease? lease = await host.LeaseAsync(cancellationToken);
        LoadResult result = host.Current!;
        return lease is null
            ? NoModel(result)
            : Loaded(lease.Info, result, await Task.Run(() => loader.IsWhole(lease.Info.RunId), cancellationToken));
    }

    private ModelHealth Loaded(ServingModelInfo info, LoadResult result, bool whole)
    {
        (HealthState state, string detail) = Judge(info, result, whole);
        return new ModelHealth
        {
            Status = state,
            Detail = detail,
            Serving = info.Role.ToString().ToLowerInvariant(),
            RunId = info.RunId,
            Title = info.Title,
            Loaded = true,
            LoadedAt = info.LoadedAt,
            TrainedAt = info.TrainedAt,
            AgeDays = Math.Round((parts.Clock.GetUtcNow().UtcDateTime - info.TrainedAt).TotalDays, 2),
            Network = info.Network,
            Engine = info.Engine,
            Parameters = info.Parameters,
            ChecksumValid = whole,
            Probe = info.Probe,
            TrainedOnSynthetic = info.TrainedOnSynthetic,
        };
    }

    private static (HealthState State, string Detail) Judge(ServingModelInfo info, LoadResult result, bool whole)
    {
        if (!whole)
        {
            return (
                HealthState.Unhealthy,
                $"The files of run {info.RunId} were changed on disk after it was loaded; it answers from memory."
            );
        }

        string refused = string.Join(" ", result.Refused);
        return info.Role switch
        {
            ServingRole.Production when result.ProductionRunId == info.RunId => (
                HealthState.Healthy,
                $"Run {info.RunId} answers."
            ),
            ServingRole.Candidate => (HealthState.Degraded, Candidate(info, refused)),
            _ => (
                HealthState.Degraded,
                $"The production version {result.ProductionRunId} cannot be used; run {info.RunId} answers. {refused}"
            ),
        };
    }

    private static string Candidate(ServingModelInfo info, string refused)
    {
        string answers = info.GatePassed switch
        {
            true =>
                $"No version is promoted; run {info.RunId} answers as a candidate, it passed the gate and waits for a person.",
            false =>
                $"No version is promoted; run {info.RunId} answers as a candidate, the gate did not pass it: {info.GateReasons.ReplaceLineEndings(" ")}",
            null =>
                $"No version is promoted; run {info.RunId} answers as a candidate, it is not in the registry (models rescan).",
        };
        return $"{answers} {refused}".TrimEnd();
    }

    private static ModelHealth NoModel(LoadResult result) =>
        new()
        {
            Status = result.ProductionRunId is null ? HealthState.Degraded : HealthState.Unhealthy,
            Detail =
                result.Refused.Count == 0
                    ? "There is no trained model yet; the physics rule answers, marked fallback, and never says stable."
                    : $"No model can be used; the physics rule answers. {string.Join(" ", result.Refused)}",
            Serving = "fallback",
            Loaded = false,
        };
}
