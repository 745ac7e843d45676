using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Experiments;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Datasets.Folds;
using DeepmineSentinel.Learning.Runs.Ablation;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Training;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Evaluation;

/// <summary>Evaluates a configuration by folds, on the data that training would take.</summary>
public sealed class FoldEvaluationService(TrainingDataSource data, EvaluationStore store, ArtifactStore artifacts)
{
    /// <summary>
    /// Evaluates with the outcomes of stopes dealt out anew among them, five times: whether anything but learning tells them.
    /// </summary>
    /// <exception cref="Core.Errors.SentinelException">Run, options or data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the same request goes on.</exception>
    public Task<LeakCheck> CheckLeaksAsync(
        FoldEvaluationRequest request,
        Action<string> progress,
        CancellationToken cancellationToken
    ) => OnOwnThread(request, progress, LeakCheck.Run, cancellationToken);

    /// <summary>Evaluates, on a thread of its own; folds that ended are kept and not run again.</summary>
    /// <exception cref="Core.Errors.SentinelException">Run, options or data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the same request goes on.</exception>
    public Task<CrossValidationResult> EvaluateAsync(
        FoldEvaluationRequest request,
        Action<string> progress,
        CancellationToken cancellationToken
    ) => OnOwnThread(request, progress, CrossValidation.Run, cancellationToken);

    /// <summary>Evaluates with something taken away, time after time; folds that ended are kept and not run again.</summary>
    /// <exception cref="Core.Errors.SentinelException">Run, options or data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the same request goes on.</exception>
    public Task<AblationResult> AblateAsync(
        FoldEvaluationRequest request,
        Func<CrossValidationRequest, AblationRequest> ask,
        Action<string> progress,
        CancellationToken cancellationToken
    ) =>
        OnOwnThread(
            request,
            progress,
            (start, journal, token) => AblationStudy.Run(ask(start), journal, token),
            cancellationToken
        );

    private async Task<TResult> OnOwnThread<TResult>(
        FoldEvaluationRequest request,
        Action<string> progress,
        Func<CrossValidationRequest, IFoldJournal, CancellationToken, TResult> compute,
        CancellationToken cancellationToken
    )
    {
        TrainingOptions options = request.RunId is { } run ? OptionsOf(run) : request.Options.ToLearning();
        TrainingFiles files = await data.LocateAsync(request.Options, cancellationToken);
        MineDataset dataset = data.Read(files, request.Options, cancellationToken);
        CrossValidationRequest asked = new()
        {
            Data = dataset,
            Options = options,
            Folds = new FoldOptions { Folds = request.Folds, By = request.By },
            BranchesAlone = request.BranchesAlone,
            OracleSeed = request.OracleSeed,
            Progress = progress,
        };
        return await Task.Factory.StartNew(
            () => compute(asked, new FoldShelf(store), cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
    }

    // The configuration of a run, not its weights: those have seen most stopes.
    private TrainingOptions OptionsOf(string runId)
    {
        Func<string, Stream> open = artifacts.Open(RunId.Parse(runId)).OpenRead;
        RunHeader.Read(open).Require(ModelPurpose.Stope);
        using Stream stream = open(ArtifactFileNames.Metadata);
        return ArtifactJson.Read<ModelMetadata>(stream, ArtifactFileNames.Metadata).Options;
    }
}
