using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

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
    public static TrainingResult Run(TrainingRequest request, IRunSink sink, CancellationToken token)
    {
        request.Options.ThrowIfInvalid();
        DateTime startedAt = request.StartedAt ?? request.Clock.GetUtcNow().UtcDateTime;
        sink.Stage(TrainingStage.PreparingSamples);
        PreparedData data = request.Trained?.Data ?? Prepare(request, token);
        data = data with { Warnings = [.. request.LeftOut, .. data.Warnings] };
        sink.Stage(TrainingStage.Training);
        RunJournal journal = new(sink, request);
        IReadOnlyList<TrainedMember> members =
            request.Trained?.Tell(journal.Record)
            ?? TrainingLoop.Run(request.Options, data.Sets, StartOf(request), journal.Hooks, token);
        DateTime trainedAt = request.Clock.GetUtcNow().UtcDateTime;
        sink.Stage(TrainingStage.Evaluating);
        using NetworkEnsemble networks = TrainedNetworks.Of(data.Shape, members);
        RunEvaluation evaluation = RunEvaluation.Of(data, networks, token);
        FinishedRun finished = new(request, data, members, evaluation)
        {
            StartedAt = startedAt,
            TrainedAt = trainedAt,
            Probe = ProbeRecord.Record(networks, data.Sets.Train, 3),
            Parameters = networks.ParameterCount,
        };
        sink.Stage(TrainingStage.Saving);
        TrainingResult result = ResultBuilder.Build(finished);
        ArtifactWriter.Write(finished, result, journal, sink);
        journal.Close();
        return result;
    }

    private static PreparedData Prepare(TrainingRequest request, CancellationToken token)
    {
        PreparedData data = FeatureSelector.Select(
            PreparedData.Of(request.Data, request.Options, request.Parent),
            request.Options,
            token
        );
        return request.Resume is { IsMixed: true }
            ? data with
            {
                Warnings =
                [
                    .. data.Warnings,
                    "Engines of different numerics took part: another one computed the part before a stop, so the last digits of the weights are those of no single run.",
                ],
            }
            : data;
    }

    private static TrainingStart StartOf(TrainingRequest request) =>
        (request.Resume?.ToStart() ?? new TrainingStart()) with
        {
            Weights = request.Parent?.Weights ?? [],
        };
}
