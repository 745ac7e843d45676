using DeepmineSentinel.Learning.Networks.Cases;

namespace DeepmineSentinel.Learning.Training.Cases;

/// <summary>What a network of case histories is trained on.</summary>
/// <param name="Shape">Shape of the network.</param>
/// <param name="Rows">Scaled rows, [B][F].</param>
/// <param name="Labels">States: 0 stable, 1 unstable, 2 failure.</param>
public sealed record CaseTrainingSet(CaseNetworkOptions Shape, IReadOnlyList<double[]> Rows, IReadOnlyList<int> Labels);
