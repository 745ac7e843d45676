using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.ViewModels.Cases;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Where a stope lies on the stability graph, with the stored case histories around it.</summary>
public sealed class StabilityGraphPart
{
    private readonly StopeStability stability;

    /// <summary>Places a stope.</summary>
    /// <param name="properties">Its rock and geometry.</param>
    /// <param name="cases">Stored case histories; may be empty.</param>
    public StabilityGraphPart(StopeProperties properties, IReadOnlyList<CaseHistory> cases)
    {
        stability = StopeStability.Of(properties);
        HydraulicRadiusMetres = properties.HydraulicRadiusMetres;
        CaseCount = cases.Count;
        Chart = new StabilityGraphChart(cases, NPrime is { } number ? (HydraulicRadiusMetres, number) : null);
    }

    /// <summary>The drawing.</summary>
    public StabilityGraphChart Chart { get; }

    /// <summary>Case histories that are stored.</summary>
    public int CaseCount { get; }

    /// <summary>Hydraulic radius, m.</summary>
    public double HydraulicRadiusMetres { get; }

    /// <summary>Modified stability number; null: a factor is missing or zero, and it is not guessed.</summary>
    public double? NPrime => stability.NPrime;

    /// <summary>Zone between the published lines; null without N'.</summary>
    public GraphZone? Zone => NPrime is { } number ? RefinedGraph.Zone(HydraulicRadiusMetres, number) : null;

    /// <summary>Probability of standing by the isoprobability lines; null without N'.</summary>
    public double? Stable => NPrime is { } number ? Isoprobability.Stable(HydraulicRadiusMetres, number) : null;

    /// <summary>Probability of failing by the isoprobability lines; null without N'.</summary>
    public double? Failing =>
        NPrime is { } number ? 1 - Isoprobability.NotFailure(HydraulicRadiusMetres, number) : null;

    /// <summary>Whether it lies where the isoprobability lines were fitted.</summary>
    public bool IsInsideFit => NPrime is { } number && Isoprobability.IsInsideFit(HydraulicRadiusMetres, number);

    /// <summary>Largest hydraulic radius (m) that the published line calls stable at this N'; null without N'.</summary>
    public double? LargestStableRadiusMetres =>
        NPrime is { } number ? RefinedGraph.LargestStableHydraulicRadiusMetres(number) : null;

    /// <summary>The factors as they were multiplied, with what each is called.</summary>
    public IEnumerable<(string Name, double? Value)> Factors =>
        [("Q'", stability.QPrime), ("A", stability.FactorA), ("B", stability.FactorB), ("C", stability.FactorC)];

    /// <summary>What has to be entered before the stope has a place on the graph.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (stability.QPrime is null)
            {
                yield return Texts.Of("Q', or Jn, Jr and Ja");
            }

            if (stability.FactorA is null)
            {
                yield return Texts.Of("the stress factor A, or UCS and the induced stress");
            }

            if (stability.FactorB is null)
            {
                yield return Texts.Of("the joint factor B, or the joint angle");
            }
        }
    }
}
