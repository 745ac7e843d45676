using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>Which epochs of a member are its best so far by validation loss; of equal ones the earlier.</summary>
internal static class BestEpochs
{
    public static bool Contains(IReadOnlyList<TrainingProgress> epochs, int member, int epoch, int top)
    {
        TrainingProgress? asked = epochs.FirstOrDefault(one => one.Member == member && one.Epoch == epoch);
        return asked is not null && top > epochs.Count(one => one.Member == member && IsBetter(one, asked));
    }

    private static bool IsBetter(TrainingProgress one, TrainingProgress other) =>
        one.ValidationLoss < other.ValidationLoss
        || (one.ValidationLoss == other.ValidationLoss && one.Epoch < other.Epoch);
}
