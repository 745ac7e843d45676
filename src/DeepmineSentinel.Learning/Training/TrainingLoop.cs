using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Trains every member of an ensemble, one after the other. Computing, hence synchronous: give it a thread of its own.</summary>
public static class TrainingLoop
{
    /// <summary>Trains.</summary>
    /// <param name="options">All choices; checked.</param>
    /// <param name="sets">Samples; at least two in training.</param>
    /// <param name="hooks">Who is told.</param>
    /// <param name="token">Looked at once a batch; a checkpoint is kept before the exception leaves.</param>
    /// <returns>One trained network a member, with the weights of its best epoch.</returns>
    /// <exception cref="SentinelException">The options are out of range, there is too little data, or training diverged.</exception>
    public static IReadOnlyList<TrainedMember> Run(
        TrainingOptions options,
        TrainingSets sets,
        TrainingHooks hooks,
        CancellationToken token
    ) => Run(options, sets, new TrainingStart(), hooks, token);

    /// <summary>Trains on from where an earlier run was stopped, or from the weights of another one.</summary>
    /// <param name="options">All choices; checked. Those of the run that was stopped.</param>
    /// <param name="sets">Samples; those of the run that was stopped.</param>
    /// <param name="start">What is there already.</param>
    /// <param name="hooks">Who is told.</param>
    /// <param name="token">Looked at once a batch; a checkpoint is kept before the exception leaves.</param>
    /// <returns>One trained network a member, the same to the bit as without a stop.</returns>
    /// <exception cref="SentinelException">The options are out of range, the state does not fit, or training diverged.</exception>
    public static IReadOnlyList<TrainedMember> Run(
        TrainingOptions options,
        TrainingSets sets,
        TrainingStart start,
        TrainingHooks hooks,
        CancellationToken token
    )
    {
        options.ThrowIfInvalid();
        if (sets.Train.Count < 2)
        {
            throw new SentinelException(
                FailureKind.InsufficientData,
                "too_few_samples",
                "Fewer than two training samples are left: import more stopes with labels, or hold out fewer."
            );
        }

        List<TrainedMember> members = [.. start.Finished];
        for (int member = members.Count; member < options.Ensemble; member++)
        {
            using MemberTrainer trainer = new(options, sets, hooks, member);
            trainer.StartFrom(start);
            members.Add(trainer.Run(token));
        }

        return members;
    }
}
