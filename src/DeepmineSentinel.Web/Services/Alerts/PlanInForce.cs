using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>The response plan that counts now, and where it comes from.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Last">The last version that people wrote on the site, also where it says that the settings count again; null: none ever.</param>
/// <param name="IsExample">Whether it is wholly the product's example.</param>
public sealed record PlanInForce(ResponsePlan Plan, ResponsePlanVersion? Last, bool IsExample)
{
    /// <summary>Number of the last version; 0: none.</summary>
    public int Number => Last?.Number ?? 0;

    /// <summary>Whether it was written on the site rather than in the settings.</summary>
    public bool IsEdited => Last?.Document is not null;
}
