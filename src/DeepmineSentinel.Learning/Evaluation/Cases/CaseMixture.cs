using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Baselines.Cases;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>The mean of what several models say: monotone where all of them are.</summary>
/// <param name="name">Name in reports.</param>
/// <param name="parts">At least two models with probabilities.</param>
public sealed class CaseMixture(string name, IReadOnlyList<ICaseModel> parts) : ICaseModel
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description => $"mean of {string.Join(" and ", parts.Select(part => part.Name))}";

    /// <inheritdoc/>
    public double[][]? OutOfFold => Mean([.. parts.Select(part => part.OutOfFold!)]);

    /// <inheritdoc/>
    public void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token)
    {
        foreach (ICaseModel part in parts)
        {
            part.Fit(training, token);
        }
    }

    /// <inheritdoc/>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) =>
        Mean([.. parts.Select(part => part.Probabilities(cases)!)]);

    private static double[][] Mean(double[][][] ofParts) =>
        [.. ofParts[0].Select((first, i) => first.Select((_, k) => ofParts.Average(part => part[i][k])).ToArray())];
}
