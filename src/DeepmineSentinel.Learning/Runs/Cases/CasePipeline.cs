using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation.Cases;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Learning.Runs.Cases;

/// <summary>
/// From case histories to a written artifact: the product's candidate is fitted on all cases, and what such a fit is worth is
/// measured on cases that were held out from fits made in the same way.
/// </summary>
public static class CasePipeline
{
    private const int ProbeSurfaces = 4;

    /// <summary>Runs from cases to artifact. Computing, hence synchronous: give it a thread of its own.</summary>
    /// <param name="request">What to start from.</param>
    /// <param name="sink">Where everything goes; sealing and registering are the caller's.</param>
    /// <param name="progress">Gets a line a fold; null: nobody asks.</param>
    /// <param name="token">Looked at once a step; nothing but the log is written before the end.</param>
    /// <returns>What was found; it is in the artifact too.</returns>
    /// <exception cref="SentinelException">
    /// <c>one_class</c>, <c>too_few_cases</c>: nothing can be learnt. <c>training_diverged</c>: a loss is no number.
    /// </exception>
    public static TrainingResult Run(
        CaseRunRequest request,
        IRunSink sink,
        IProgress<string>? progress,
        CancellationToken token
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        DateTime startedAt = request.StartedAt ?? request.Clock.GetUtcNow().UtcDateTime;
        sink.Stage(TrainingStage.PreparingSamples);
        CaseEvaluator.CheckStates(request.Cases);
        sink.Stage(TrainingStage.Training);
        long began = request.Clock.GetTimestamp();
        CaseFit fit = FittedEnsemble.Fit(request.Cases, request.Options.Models, token);
        using (FittedEnsemble ensemble = fit.Ensemble)
        {
            TimeSpan training = request.Clock.GetElapsedTime(began);
            sink.Progress(Trained(request, fit, training));
            DateTime trainedAt = request.Clock.GetUtcNow().UtcDateTime;
            sink.Stage(TrainingStage.Evaluating);
            EvaluatedCases evaluated = new CaseEvaluator(request.Options).Answer(request.Cases, progress, token);
            FinishedCaseRun finished = new(request, ensemble, evaluated)
            {
                Chosen = fit.Chosen,
                StartedAt = startedAt,
                TrainedAt = trainedAt,
                TrainingTime = training,
                Probe = Artifacts.Cases.CaseProbe.Record(ensemble, request.Cases, ProbeSurfaces),
            };
            sink.Stage(TrainingStage.Saving);
            TrainingResult result = CaseResultBuilder.Build(finished);
            CaseArtifactWriter.Write(finished, result, sink);
            return result;
        }
    }

    // Every step is over all cases, so it is an epoch.
    private static TrainingProgress Trained(CaseRunRequest request, CaseFit fit, TimeSpan elapsed)
    {
        CaseTrainingOptions options = request.Options.Models.Training;
        double[][] said = [.. request.Cases.Select(history => fit.Ensemble.Ask(history).Probabilities.ToArray())];
        return new TrainingProgress
        {
            Epoch = options.Steps,
            Epochs = options.Steps,
            BestEpoch = options.Steps,
            TrainingLoss = ClassScores.LogLoss(said, [.. request.Cases.Select(history => (int)history.State)]),
            ValidationLoss = fit.OutOfFoldLoss,
            LearningRate = options.LearningRate,
            GradientNorm = 0,
            Elapsed = elapsed,
        };
    }
}
