using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Search;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Carries one run out, from its beginning or from where it was stopped: data, training on a thread of its own, sealed folder, proof, registration.</summary>
public sealed class TrainingExecutor(
    TrainingDataSource data,
    ArtifactStore artifacts,
    RunRegistrar registrar,
    RunRecorderFactory recorders,
    TimeProvider clock
)
{
    internal async Task<TrainingOutcome> ExecuteAsync(
        string runId,
        TrainModelOptions options,
        ITrainingWatcher watcher,
        SearchedTrial? searched,
        CancellationToken cancellationToken
    )
    {
        RunId id = RunId.Parse(runId);
        if (artifacts.IsSealed(id))
        {
            return await registrar.RegisterSealedAsync(id, options, CancellationToken.None);
        }

        RunRecorder recorder = recorders.Create(runId, watcher);
        recorder.Enter(TrainingStage.ReadingData);
        StoredRequest? stored = artifacts.FindUnfinished(id) is { } unfinished ? StoredRequest.Read(unfinished) : null;
        TrainingFiles files =
            searched?.Files
            ?? (
                stored is null
                    ? await data.LocateAsync(options, cancellationToken)
                    : await data.FindAgainAsync(stored, cancellationToken)
            );
        MineDataset dataset = searched?.Data ?? data.Read(files, options, cancellationToken);
        stored?.RequireSame(dataset);
        recorder.Uses(dataset.ContentHash);
        StoredRequest request = stored ?? NewRequest(id, options, dataset, files);
        TrainingRequest learning = request.ToLearning(dataset, clock) with
        {
            Trained = searched?.Trained,
            Search = searched?.Summary,
        };
        TrainingResult result = await OnOwnThread(() =>
            Train(request, learning, isNew: stored is null, recorder, cancellationToken)
        );
        return await registrar.RegisterAsync(id, result, options, CancellationToken.None);
    }

    private TrainingResult Train(
        StoredRequest request,
        TrainingRequest learning,
        bool isNew,
        RunRecorder recorder,
        CancellationToken cancellationToken
    )
    {
        RunId id = RunId.Parse(request.RunId);
        using RunFolderWriter folder = isNew ? artifacts.BeginRun(id) : artifacts.ReopenRun(id);
        try
        {
            TrainingResult result = TrainingPipeline.Run(
                learning,
                new RunSink(folder, recorder, request),
                cancellationToken
            );
            folder.Seal(request.Snapshot);
            return result;
        }
        finally
        {
            recorder.Flush();
            folder.RemoveIfEmpty();
        }
    }

    private StoredRequest NewRequest(RunId id, TrainModelOptions options, MineDataset dataset, TrainingFiles files) =>
        new()
        {
            RunId = id.Value,
            StartedAt = clock.GetUtcNow().UtcDateTime,
            Options = options,
            DataHash = dataset.ContentHash,
            Snapshot = files.Snapshot,
        };

    // The loop computes for minutes: a thread of its own keeps it from starving those that answer requests.
    private static Task<TResult> OnOwnThread<TResult>(Func<TResult> compute) =>
        Task.Factory.StartNew(
            compute,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
}
