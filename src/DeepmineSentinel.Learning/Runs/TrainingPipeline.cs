using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>From data to a written artifact: the one way in which a model comes about.</summary>
public static class TrainingPipeline
{
    /// <summary>Runs from data to artifact. Computing, hence synchronous: give it a thread of its own.</summary>
    /// <param name="request">What to start from.</param>
    /// <param name="sink">Where everything goes; sealing and registering are the caller's.</param>
    /// <param name="token">Looked at once a batch; a resumable checkpoint is written before the exception leaves.</param>
    /// <returns>What was found; it is in the artifact too.</returns>
    /// <exception cref="SentinelException">The options or data cannot be used, or training diverged.</exception>
    public static TrainingResult Run(TrainingRequest request, IRunSink sink, CancellationToken token) =>
        throw new NotImplementedException("Training is wired once the network is there.");
}
