using DeepmineSentinel.Core.Auditing;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Lines of a stope's audit trail.</summary>
/// <param name="StopeId">The stope.</param>
/// <param name="Zone">Zone that moments are shown in.</param>
/// <param name="Entries">Newest first.</param>
public sealed record StopeHistoryViewModel(int StopeId, string Zone, IReadOnlyList<AuditEntry> Entries);
