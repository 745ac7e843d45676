using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>Ordinal logit of the state.</summary>
/// <param name="features">Which numbers it sees.</param>
/// <param name="penalty">L2 penalty of the coefficients of scaled numbers.</param>
/// <param name="isMonotone">Whether a number whose coefficient has the wrong sign is left out, and the rest fitted again.</param>
public sealed class CaseLogit(CaseFeatures features, double penalty, bool isMonotone = false) : ICaseModel
{
    private const int StateCount = 3;
    private CaseInputs? inputs;
    private OrdinalLogit? logit;
    private int[] used = [];

    /// <inheritdoc/>
    public string Name =>
        features switch
        {
            CaseFeatures.Graph => "ordinal_logit",
            CaseFeatures.Factors => isMonotone ? "monotone_logit" : "ordinal_logit_factors",
            _ => "ordinal_logit_all",
        };

    /// <inheritdoc/>
    public string Description =>
        features switch
        {
            CaseFeatures.Graph => "ordinal logit on ln HR and ln N'",
            CaseFeatures.Factors => "ordinal logit on ln HR, Q', A, B, C"
                + (isMonotone ? "; wrong signs are left out" : ""),
            _ => "ordinal logit on ln HR, Q', A, B, C and the surface",
        };

    /// <inheritdoc/>
    public string? Chosen =>
        used.Length < CaseInputs.Count(features)
            ? $"left out inputs {string.Join(", ", Enumerable.Range(0, CaseInputs.Count(features)).Except(used))}"
            : null;

    /// <inheritdoc/>
    public double[][]? OutOfFold { get; private set; }

    /// <inheritdoc/>
    public void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token)
    {
        OutOfFold = InnerFolds.Predict(
            training,
            (cases, held) =>
            {
                FitOne(cases);
                return Probabilities(held);
            }
        );
        FitOne(training);
    }

    private void FitOne(IReadOnlyList<CaseHistory> training)
    {
        inputs = CaseInputs.Fit(features, training);
        used = [.. Enumerable.Range(0, CaseInputs.Count(features))];
        int[] labels = [.. training.Select(history => (int)history.State)];
        double[] weights = [.. training.Select(_ => 1.0)];
        do
        {
            double[][] rows = [.. training.Select(Row)];
            logit = OrdinalLogit.Fit(new OrdinalLogitProblem(rows, labels, weights, StateCount, penalty));
        } while (DropWrongSigns());
    }

    /// <inheritdoc/>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) =>
        [.. cases.Select(history => logit!.Probabilities(Row(history)))];

    private double[] Row(CaseHistory history)
    {
        double[] row = inputs!.Row(history);
        return [.. used.Select(j => row[j])];
    }

    private bool DropWrongSigns()
    {
        if (!isMonotone)
        {
            return false;
        }

        int before = used.Length;
        used =
        [
            .. used.Where(
                (j, place) => j >= CaseInputs.RisingCount(features) || logit!.Parameters[StateCount - 1 + place] >= 0
            ),
        ];
        return used.Length < before;
    }
}
