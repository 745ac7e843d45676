using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>A run that has been trained and evaluated, before anything is written.</summary>
internal sealed record FinishedRun(
    TrainingRequest Request,
    PreparedData Data,
    IReadOnlyList<TrainedMember> Members,
    RunEvaluation Evaluation
)
{
    /// <summary>Start of the run, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>End of training, UTC.</summary>
    public required DateTime TrainedAt { get; init; }

    /// <summary>A few inputs with their answers.</summary>
    public required ProbeRecord Probe { get; init; }

    /// <summary>Count of trained numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>Weights of all members in one list.</summary>
    public IReadOnlyList<Networks.WeightArray> Weights =>
        ModelWeights.Join([.. Members.Select(member => member.Weights)]);

    /// <summary>How each member was trained.</summary>
    public IReadOnlyList<MemberSummary> Summaries =>
        [
            .. Members.Select(
                (member, i) =>
                    new MemberSummary(
                        i,
                        member.Counters.Epoch,
                        member.Counters.BestEpoch,
                        member.Counters.BestLoss,
                        member.TrainingSeconds
                    )
            ),
        ];
}
