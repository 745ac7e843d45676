using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>The form of the response plan with what counts now and what was before.</summary>
public sealed record PlanViewModel
{
    public required PlanForm Form { get; init; }

    public required PlanInForce Now { get; init; }

    /// <summary>The plan of the settings.</summary>
    public required ResponsePlan OfSettings { get; init; }

    /// <summary>Versions with their plans, newest first; one more than is listed where there are more.</summary>
    public required IReadOnlyList<(ResponsePlanVersion Version, ResponsePlan Plan)> Versions { get; init; }

    /// <summary>Whether somebody else changed the plan since the form was opened.</summary>
    public bool ChangedByOthers { get; init; }

    /// <summary>Versions that are listed, each with what it changed.</summary>
    public IEnumerable<(ResponsePlanVersion Version, IReadOnlyList<PlanChange> Changes)> Listed()
    {
        for (int i = 0; i < Math.Min(Versions.Count, ResponsePlans.MostListed); i++)
        {
            ResponsePlan before = i + 1 < Versions.Count ? Versions[i + 1].Plan : OfSettings;
            yield return (Versions[i].Version, [.. PlanChange.Between(before, Versions[i].Plan)]);
        }
    }
}
