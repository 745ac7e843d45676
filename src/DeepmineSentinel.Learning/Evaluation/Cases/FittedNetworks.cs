using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Learning.Features.Cases;
using DeepmineSentinel.Learning.Networks.Cases;
using DeepmineSentinel.Learning.Training.Cases;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>Trained members with the scale of their inputs and the temperature of their answers.</summary>
/// <param name="Inputs">Scale of the inputs.</param>
/// <param name="Members">The networks.</param>
/// <param name="Temperature">Temperature of their log-odds.</param>
internal sealed record FittedNetworks(
    CaseInputs Inputs,
    IReadOnlyList<CaseNetwork> Members,
    CaseTemperature Temperature
) : IDisposable
{
    /// <summary>Log-odds of every member, [cases][members][2].</summary>
    public double[][][] LogOdds(IReadOnlyList<CaseHistory> cases)
    {
        double[][] rows = [.. cases.Select(Inputs.Row)];
        double[][][] ofMembers = [.. Members.Select(member => CaseProbabilities.LogOdds(member, rows))];
        return [.. rows.Select((_, i) => ofMembers.Select(member => member[i]).ToArray())];
    }

    /// <summary>Mean probabilities, [cases][3].</summary>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) => [.. LogOdds(cases).Select(Temperature.Mean)];

    /// <summary>Freezes for good: no gradient reaches the weights any more.</summary>
    public void Close()
    {
        foreach (Tensor weights in Members.SelectMany(member => member.parameters()))
        {
            weights.requires_grad = false;
        }
    }

    public void Dispose()
    {
        foreach (CaseNetwork member in Members)
        {
            member.Dispose();
        }
    }
}
