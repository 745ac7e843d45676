using DeepmineSentinel.Learning.Baselines.Cases;
using DeepmineSentinel.Learning.Features.Cases;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>Everything that is compared on case histories.</summary>
public static class CaseCandidates
{
    /// <summary>The candidate that every other one is compared with.</summary>
    public const string Reference = "ordinal_logit";

    /// <summary>The candidate that the product uses: the mean of the monotone networks and the monotone logit.</summary>
    public const string Product = "monotone_ensemble";

    /// <summary>What a run of the product is set beside: the simplest, the published and the two that it is made of.</summary>
    public static IReadOnlyList<string> BesideProduct { get; } =
    ["majority", "graph_lines", "isoprobability", Reference, "monotone_logit", "monotone_network", Product];

    // Almost none: coefficients that the rock's physics already backs; with surfaces among them, a little.
    private const double WeakPenalty = 0.01;
    private const double SurfacePenalty = 1;

    /// <summary>New candidates, simplest first.</summary>
    /// <param name="options">How networks are trained.</param>
    public static IReadOnlyList<ICaseModel> All(CaseModelOptions options)
    {
        (CaseNetworkModel monotone, CaseLogit logit) = Parts(options);
        return
        [
            new CaseMajority(),
            new GraphLines(),
            new PublishedIsoprobability(),
            new CaseLogit(CaseFeatures.Graph, WeakPenalty),
            new CaseLogit(CaseFeatures.All, SurfacePenalty),
            logit,
            new CaseNetworkModel("static_network", CaseFeatures.All, isMonotone: false, options),
            new CaseNetworkModel("static_network_factors", CaseFeatures.Factors, isMonotone: false, options),
            new CaseNetworkModel("monotone_network_graph", CaseFeatures.Graph, isMonotone: true, options),
            monotone,
            new CaseMixture(Product, [monotone, logit]),
        ];
    }

    /// <summary>New, not yet fitted parts of <see cref="Product"/>.</summary>
    internal static (CaseNetworkModel Networks, CaseLogit Logit) Parts(CaseModelOptions options) =>
        (
            new CaseNetworkModel("monotone_network", CaseFeatures.Factors, isMonotone: true, options),
            new CaseLogit(CaseFeatures.Factors, WeakPenalty, isMonotone: true)
        );
}
