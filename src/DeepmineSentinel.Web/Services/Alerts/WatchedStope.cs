using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>What is known of a stope at one moment, as alerts look at it.</summary>
/// <param name="StopeId">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Mine">Name of its mine.</param>
/// <param name="IsSynthetic">Whether its data are generated.</param>
/// <param name="IsArchived">Whether it is watched no longer.</param>
/// <param name="Evidence">One a cause of which anything is known.</param>
public sealed record WatchedStope(
    int StopeId,
    string Name,
    string Mine,
    bool IsSynthetic,
    bool IsArchived,
    IReadOnlyList<AlertEvidence> Evidence
);
