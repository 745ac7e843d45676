using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>The fitted product for case histories: the mean of monotone networks and a monotone logit, with what turns it into an answer.</summary>
/// <param name="Networks">Trained networks with scale and temperature.</param>
/// <param name="Logit">Fitted logit.</param>
/// <param name="Shares">Shares of the states among the training cases, which answers are weighed by.</param>
/// <param name="Thresholds">Smallest probability with which each state is in the set; null: always in it.</param>
internal sealed record FittedEnsemble(
    FittedNetworks Networks,
    FittedCaseLogit Logit,
    IReadOnlyList<double> Shares,
    IReadOnlyList<double?> Thresholds
) : IDisposable
{
    /// <summary>What it says of one case.</summary>
    public CaseOpinion Ask(CaseHistory history)
    {
        double[] byLogit = Logit.Probabilities(history);
        double[][] logOdds = Networks.LogOdds([history])[0];
        double[] mean = Mean(Networks.Temperature.Mean(logOdds), byLogit);
        return new CaseOpinion(
            mean,
            [.. logOdds.Select(odds => Mean(Networks.Temperature.Mean([odds]), byLogit))],
            CaseAnswers.Weighed(mean, Shares),
            [.. mean.Select((probability, k) => Thresholds[k] is not { } smallest || probability >= smallest)]
        );
    }

    /// <summary>Fits on all cases given; what is chosen is chosen on folds inside them.</summary>
    /// <param name="cases">Cases, at least ten of each state.</param>
    /// <param name="options">How networks are trained.</param>
    /// <param name="token">Stops between two steps.</param>
    public static CaseFit Fit(IReadOnlyList<CaseHistory> cases, CaseModelOptions options, CancellationToken token)
    {
        (CaseNetworkModel networks, CaseLogit logit) = CaseCandidates.Parts(options);
        using (networks)
        {
            CaseMixture mixture = new(CaseCandidates.Product, [networks, logit]);
            mixture.Fit(cases, token);
            int[] labels = [.. cases.Select(history => (int)history.State)];
            double[] shares = CaseAnswers.Shares(labels, FittedCaseLogit.States);
            double?[] thresholds = CaseAnswers.Thresholds(mixture.OutOfFold!, labels, FittedCaseLogit.States);
            string chosen = string.Join("; ", new[] { networks.Chosen, logit.Chosen }.OfType<string>());
            FittedNetworks released = networks.Release();
            released.Close();
            return new CaseFit(new FittedEnsemble(released, logit.Fitted!, shares, thresholds))
            {
                Chosen = chosen,
                OutOfFoldLoss = ClassScores.LogLoss(mixture.OutOfFold!, labels),
            };
        }
    }

    public void Dispose() => Networks.Dispose();

    private static double[] Mean(double[] one, double[] other) => [.. one.Select((value, k) => (value + other[k]) / 2)];
}
