using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Carries one run out: data, training on a thread of its own, sealed folder, proof, registration.</summary>
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
        CancellationToken cancellationToken
    )
    {
        RunId id = RunId.Parse(runId);
        RunRecorder recorder = recorders.Create(runId, watcher);
        recorder.Enter(TrainingStage.ReadingData);
        TrainingFiles files = await data.LocateAsync(options, cancellationToken);
        MineDataset dataset = data.Read(files, options, cancellationToken);
        recorder.Uses(dataset.ContentHash);
        TrainingRequest request = new()
        {
            RunId = id,
            Data = dataset,
            Options = options.ToLearning(),
            Clock = clock,
            Notes = options.Notes,
            WriteReport = options.GenerateReport,
            WritePlots = options.SavePlots,
        };
        TrainingResult result = await OnOwnThread(() => Train(request, files.Snapshot, recorder, cancellationToken));
        return await registrar.RegisterAsync(id, result, options, CancellationToken.None);
    }

    private TrainingResult Train(
        TrainingRequest request,
        string? snapshot,
        RunRecorder recorder,
        CancellationToken cancellationToken
    )
    {
        RunFolderWriter folder = artifacts.BeginRun(request.RunId);
        try
        {
            TrainingResult result = TrainingPipeline.Run(request, new RunSink(folder, recorder), cancellationToken);
            folder.Seal(snapshot);
            return result;
        }
        finally
        {
            recorder.Flush();
            folder.RemoveIfEmpty();
        }
    }

    // The loop computes for minutes: a thread of its own keeps it from starving those that answer requests.
    private static Task<TResult> OnOwnThread<TResult>(Func<TResult> compute) =>
        Task.Factory.StartNew(
            compute,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
}
