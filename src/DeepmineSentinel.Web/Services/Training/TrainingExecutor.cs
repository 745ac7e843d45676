using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Search;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Carries one run for stopes out, from its beginning or from where it was stopped: data, training on a thread of its own, sealed folder, proof, registration.</summary>
public sealed class TrainingExecutor(
    TrainingDataSource data,
    ArtifactStore artifacts,
    RunRegistrar registrar,
    RunRecorderFactory recorders,
    RunRequests requests
)
{
    /// <summary>Refuses what cannot be trained, before there is a row of it.</summary>
    /// <exception cref="SentinelException">An option is out of range, or the run to start from cannot be used.</exception>
    internal void ThrowIfUnusable(TrainModelOptions options)
    {
        options.ToLearning().ThrowIfInvalid();
        requests.ThrowIfNoParent(options.From);
    }

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
        StoredRequest? stored = requests.Find(id);
        TrainingFiles files =
            searched?.Files
            ?? (
                stored is null
                    ? await data.LocateAsync(options, cancellationToken)
                    : await data.FindAgainAsync(stored, cancellationToken)
            );
        MineDataset dataset = searched?.Data ?? data.Read(files, options, cancellationToken);
        stored?.RequireSame(dataset.ContentHash);
        recorder.Uses(dataset.ContentHash);
        StoredRequest request =
            stored ?? requests.Make(id, options, dataset.ContentHash, files.Snapshot) with { LeftOut = files.LeftOut };
        TrainingRequest learning = requests.ToLearning(request, dataset) with
        {
            Trained = searched?.Trained,
            Search = searched?.Summary,
        };
        TrainingResult result = await OwnThread.RunAsync(() =>
            stored is null
                ? Begin(request, learning, recorder, cancellationToken)
                : GoOn(request, learning, recorder, cancellationToken)
        );
        return await registrar.RegisterAsync(id, result, options, CancellationToken.None);
    }

    private TrainingResult Begin(
        StoredRequest request,
        TrainingRequest learning,
        RunRecorder recorder,
        CancellationToken cancellationToken
    )
    {
        using RunFolderWriter folder = artifacts.BeginRun(learning.RunId);
        try
        {
            return Train(learning, new RunSink(folder, recorder, request), recorder, cancellationToken);
        }
        finally
        {
            folder.RemoveIfEmpty();
        }
    }

    private TrainingResult GoOn(
        StoredRequest request,
        TrainingRequest learning,
        RunRecorder recorder,
        CancellationToken cancellationToken
    )
    {
        // Held before it is looked at: nothing can move on under the point that is found.
        using RunFolderWriter folder = artifacts.ReopenRun(learning.RunId);
        UnfinishedRun left = artifacts.FindUnfinished(learning.RunId)!;
        ResumePoint point = ResumePoint.Find(new RunFiles(left.Names, left.OpenRead), learning.Options);
        AcceptedEngine.Require(left, point);
        return Train(
            learning with
            {
                Resume = point,
            },
            new RunSink(folder, recorder, request),
            recorder,
            cancellationToken
        );
    }

    private static TrainingResult Train(
        TrainingRequest learning,
        RunSink sink,
        RunRecorder recorder,
        CancellationToken cancellationToken
    )
    {
        try
        {
            TrainingResult result = TrainingPipeline.Run(learning, sink, cancellationToken);
            sink.Seal();
            return result;
        }
        finally
        {
            recorder.Flush();
        }
    }
}
