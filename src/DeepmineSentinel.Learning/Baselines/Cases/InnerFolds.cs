using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Datasets.Cases;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>Folds inside the training cases: what is chosen while fitting is chosen on them, never on held-out cases.</summary>
internal static class InnerFolds
{
    private const int Count = 5;

    /// <summary>Predicts each training case by a fit that did not see it.</summary>
    /// <typeparam name="TAnswer">What is predicted of one case.</typeparam>
    /// <param name="training">Cases that may be looked at.</param>
    /// <param name="fitAndPredict">Fits on the first cases and predicts the second.</param>
    public static TAnswer[] Predict<TAnswer>(
        IReadOnlyList<CaseHistory> training,
        Func<IReadOnlyList<CaseHistory>, IReadOnlyList<CaseHistory>, TAnswer[]> fitAndPredict
    )
    {
        TAnswer[] predicted = new TAnswer[training.Count];
        int[] all = [.. Enumerable.Range(0, training.Count)];
        foreach (CaseFold fold in CaseFolds.Random(training, all, Count, "inner"))
        {
            TAnswer[] held = fitAndPredict(Pick(training, fold.Training), Pick(training, fold.HeldOut));
            for (int i = 0; i < held.Length; i++)
            {
                predicted[fold.HeldOut[i]] = held[i];
            }
        }

        return predicted;
    }

    private static CaseHistory[] Pick(IReadOnlyList<CaseHistory> cases, IReadOnlyList<int> positions) =>
        [.. positions.Select(i => cases[i])];
}
