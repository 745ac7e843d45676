using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>Says of every case what is so of the training cases on the whole.</summary>
public sealed class CaseMajority : ICaseModel
{
    private double[] shares = [];

    /// <inheritdoc/>
    public string Name => "majority";

    /// <inheritdoc/>
    public string Description => "shares of the states among the training cases";

    /// <inheritdoc/>
    public void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(training);
        OutcomeClass[] states = Enum.GetValues<OutcomeClass>();
        shares =
        [
            .. states.Select(state =>
                (training.Count(history => history.State == state) + 0.5) / (training.Count + (0.5 * states.Length))
            ),
        ];
    }

    /// <inheritdoc/>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) => [.. cases.Select(_ => shares)];
}
