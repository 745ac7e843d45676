using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Search;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>A trial with its weights, before it is evaluated and written as a run.</summary>
public sealed class TrainedTrial
{
    internal TrainedTrial(
        TrialRecord record,
        PreparedData data,
        IReadOnlyList<TrainedMember> members,
        IReadOnlyList<TrainingProgress> epochs
    )
    {
        Record = record;
        Data = data;
        Members = members;
        Epochs = epochs;
    }

    /// <summary>What it found.</summary>
    public TrialRecord Record { get; }

    internal PreparedData Data { get; }

    internal IReadOnlyList<TrainedMember> Members { get; }

    internal IReadOnlyList<TrainingProgress> Epochs { get; }

    // The log of a run says what happened when its weights came about.
    internal IReadOnlyList<TrainedMember> Tell(Action<TrainingProgress> epochDone)
    {
        foreach (TrainingProgress epoch in Epochs)
        {
            epochDone(epoch);
        }

        return Members;
    }
}
