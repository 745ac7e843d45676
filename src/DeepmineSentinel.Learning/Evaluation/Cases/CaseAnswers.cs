using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>From probabilities to an answer, by what training cases alone say.</summary>
public static class CaseAnswers
{
    /// <summary>
    /// The state whose probability is largest against its share among the training cases: a state is answered when it is
    /// likelier than usual, so that rare failures are not drowned by the many stable cases (Bayes' rule where missing a case
    /// costs as much for every state as a whole).
    /// </summary>
    /// <param name="probabilities">Probabilities of the states.</param>
    /// <param name="shares">Shares of the states among the training cases.</param>
    public static int Weighed(IReadOnlyList<double> probabilities, IReadOnlyList<double> shares) =>
        ClassScores.Answer([.. probabilities.Select((probability, k) => probability / shares[k])]);

    /// <summary>Shares of the states, each with half a case more than there are.</summary>
    /// <param name="labels">States of the training cases.</param>
    /// <param name="states">Number of states.</param>
    public static double[] Shares(IReadOnlyCollection<int> labels, int states) =>
        [
            .. Enumerable
                .Range(0, states)
                .Select(k => (labels.Count(label => label == k) + 0.5) / (labels.Count + (0.5 * states))),
        ];

    /// <summary>Smallest probability with which each state is in a set that misses one in ten; null: too few cases, always in it.</summary>
    /// <param name="outOfFold">Probabilities of training cases by fits that did not see them, [training][states].</param>
    /// <param name="labels">Their states.</param>
    /// <param name="states">Number of states.</param>
    public static double?[] Thresholds(double[][] outOfFold, int[] labels, int states) =>
        [
            .. Enumerable
                .Range(0, states)
                .Select(k =>
                    ConformalQuantile.Threshold(
                        outOfFold.Where((_, i) => labels[i] == k).Select(said => said[k]),
                        ModelCalibration.MissRate
                    )
                ),
        ];
}
