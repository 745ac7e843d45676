using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Search;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Hands a run to whoever trains what it shall answer.</summary>
public sealed class RunExecution(TrainingExecutor stopes, CaseRunExecutor cases)
{
    /// <summary>Refuses what cannot be trained, before there is a row of it.</summary>
    /// <exception cref="SentinelException">An option is out of range, or the run to start from cannot be used.</exception>
    internal void ThrowIfUnusable(TrainModelOptions options)
    {
        stopes.ThrowIfUnusable(options);
        if (options is { Purpose: ModelPurpose.CaseHistory, From: not null })
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "from_other_purpose",
                "A model of case histories starts from no other run's weights: leave --from out."
            );
        }
    }

    internal Task<TrainingOutcome> ExecuteAsync(
        string runId,
        TrainModelOptions options,
        ITrainingWatcher watcher,
        SearchedTrial? searched,
        CancellationToken cancellationToken
    ) =>
        options.Purpose == ModelPurpose.CaseHistory
            ? cases.ExecuteAsync(runId, options, watcher, cancellationToken)
            : stopes.ExecuteAsync(runId, options, watcher, searched, cancellationToken);
}
