using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>The published lines of the refined graph (Madenova and Suorineni 2020), which were drawn through these cases.</summary>
public sealed class GraphLines : ICaseModel
{
    /// <inheritdoc/>
    public string Name => "graph_lines";

    /// <inheritdoc/>
    public string Description => "published lines of the refined graph";

    /// <inheritdoc/>
    public bool IsInSample => true;

    /// <inheritdoc/>
    public void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token) { }

    /// <inheritdoc/>
    public double[][]? Probabilities(IReadOnlyList<CaseHistory> cases) => null;

    /// <inheritdoc/>
    public int[] Answers(IReadOnlyList<CaseHistory> cases) =>
        [.. cases.Select(history => (int)RefinedGraph.Zone(history.HydraulicRadiusMetres, history.NPrime))];
}
