using DeepmineSentinel.Core.Stability;

namespace DeepmineSentinel.Learning.Baselines.Cases;

/// <summary>The product's own isoprobability curves, which were fitted to the 316 published cases.</summary>
public sealed class PublishedIsoprobability : ICaseModel
{
    /// <inheritdoc/>
    public string Name => "isoprobability";

    /// <inheritdoc/>
    public string Description => "isoprobability curves on ln HR and ln N', as fitted to all 316";

    /// <inheritdoc/>
    public bool IsInSample => true;

    /// <inheritdoc/>
    public void Fit(IReadOnlyList<CaseHistory> training, CancellationToken token) { }

    /// <inheritdoc/>
    public double[][] Probabilities(IReadOnlyList<CaseHistory> cases) =>
        [.. cases.Select(history => Of(history.HydraulicRadiusMetres, history.NPrime))];

    private static double[] Of(double radius, double number)
    {
        double stable = Isoprobability.Stable(radius, number);
        double standing = Isoprobability.NotFailure(radius, number);
        return [stable, standing - stable, 1 - standing];
    }
}
