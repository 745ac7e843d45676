using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>Ordinal logit of the state.</summary>
/// <param name="features">Which numbers it sees.</param>
/// <param name="penalty">L2 penalty of the coefficients of scaled numbers.</param>
/// <param name="isMonotone">Whether a number whose coefficient has the wrong sign is left out, and the rest fitted again.</param>
public sealed class CaseLogit(CaseFeatures features, double penalty, bool isMonotone = false) : ICaseModel
{
    private FittedCaseLogit? fitted;

    /// <summary>What was fitted; null: nothing yet.</summary>
    internal FittedCaseLogit? Fitted => fitted;

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
        fitted is not null && fitted.Used.Count < CaseInputs.Count(features)
            ? $"left out inputs {string.Join(", ", Enumerable.Range(0, CaseInputs.Count(features)).Except(fitted.Used))}"
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
        CaseInputs inputs = CaseInputs.Fit(features, training);
        double[][] rows = [.. training.Select(inputs.Row)];
        int[] labels = [.. training.Select(history => (int)history.State)];
        double[] weights = [.. training.Select(_ => 1.0)];
        int[] used = [.. Enumerable.Range(0, CaseInputs.Count(features))];
        while (true)
        {
            double[][] chosen = [.. rows.Select(row => FittedCaseLogit.Chosen(row, used))];
            OrdinalLogit logit = OrdinalLogit.Fit(
                new OrdinalLogitProblem(chosen, labels, weights, FittedCaseLogit.States, penalty)
            );
            fitted = new FittedCaseLogit(inputs, used, logit);
            int[] right = isMonotone ? [.. used.Where((j, place) => IsRight(j, place))] : used;
            if (right.Length == used.Length)
            {
                return;
            }

            used = right;
        }
    }

    /// <inheritdoc/>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) => [.. cases.Select(fitted!.Probabilities)];

    private bool IsRight(int input, int place) =>
        input >= CaseInputs.RisingCount(features) || fitted!.Logit.Parameters[FittedCaseLogit.States - 1 + place] >= 0;
}
