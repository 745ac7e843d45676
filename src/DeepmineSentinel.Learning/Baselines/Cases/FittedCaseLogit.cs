using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>A fitted logit with the scale of its inputs.</summary>
/// <param name="Inputs">Scale of the inputs.</param>
/// <param name="Used">Positions of the inputs that it looks at.</param>
/// <param name="Logit">Thresholds and coefficients.</param>
internal sealed record FittedCaseLogit(CaseInputs Inputs, IReadOnlyList<int> Used, OrdinalLogit Logit)
{
    /// <summary>States: stable, unstable, failure.</summary>
    public const int States = 3;

    /// <summary>Probabilities of the states of a case.</summary>
    public double[] Probabilities(CaseHistory history) => Logit.Probabilities(Chosen(Inputs.Row(history), Used));

    /// <summary>Some numbers of a row.</summary>
    public static double[] Chosen(double[] row, IReadOnlyList<int> used) => [.. used.Select(j => row[j])];
}
