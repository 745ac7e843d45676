using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Learning.Runs.Cases;
using DeepmineSentinel.Web.Services.Cases;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>
/// Carries one run on case histories out: cases, fit and evaluation on a thread of its own, sealed folder, proof, registration. It
/// takes seconds and has no checkpoints: a stopped run starts from its beginning, on the same cases.
/// </summary>
public sealed class CaseRunExecutor(
    CaseHistorySource source,
    ArtifactStore artifacts,
    RunRegistrar registrar,
    RunRecorderFactory recorders,
    RunRequests requests
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
        if (artifacts.IsSealed(id))
        {
            return await registrar.RegisterSealedAsync(id, options, CancellationToken.None);
        }

        RunRecorder recorder = recorders.Create(runId, watcher);
        recorder.Enter(TrainingStage.ReadingData);
        StoredRequest? stored = requests.Find(id);
        CaseHistorySet set = await source.RequireAsync(options.CaseHistoriesPath, cancellationToken);
        CaseEvaluator.CheckStates(set.Cases);
        stored?.RequireSame(set.Sha256);
        recorder.Uses(set.Sha256);
        StoredRequest request = stored ?? requests.Make(id, options, set.Sha256, snapshot: null);
        TrainingResult result = await OwnThread.RunAsync(() =>
        {
            using RunFolderWriter folder = stored is null ? artifacts.BeginRun(id) : artifacts.ReopenRun(id);
            try
            {
                RunSink sink = new(folder, recorder, request);
                TrainingResult found = CasePipeline.Run(
                    requests.ToCases(request, set),
                    sink,
                    new Lines(watcher),
                    cancellationToken
                );
                sink.Seal();
                return found;
            }
            finally
            {
                folder.RemoveIfEmpty();
            }
        });
        return await registrar.RegisterAsync(id, result, options, CancellationToken.None);
    }

    // Not Progress<T>, which would tell out of turn on other threads.
    private sealed class Lines(ITrainingWatcher watcher) : IProgress<string>
    {
        public void Report(string value) => watcher.Heard(value);
    }
}
