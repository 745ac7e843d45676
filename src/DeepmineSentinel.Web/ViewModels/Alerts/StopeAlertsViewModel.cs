using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>Alerts on a stope's page.</summary>
/// <param name="StopeId">The stope.</param>
/// <param name="Zone">Zone of its mine.</param>
/// <param name="Alerts">Open ones, then the newest that are over.</param>
public sealed record StopeAlertsViewModel(int StopeId, string Zone, PagePart<IReadOnlyList<Alert>> Alerts);
