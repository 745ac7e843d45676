using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Queues, runs and stops training runs.</summary>
public sealed class TrainingService
{
    public Task<TrainingRun> QueueAsync(
        TrainModelOptions options,
        TrainingOrigin origin,
        string requestedBy,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task CancelAsync(string runId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
