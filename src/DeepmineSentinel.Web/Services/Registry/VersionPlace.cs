using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Where a version stands, without what it measured.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Where it stands.</param>
/// <param name="GatePassed">Whether it passed the gate.</param>
/// <param name="GateReasons">What the gate found, one sentence a line.</param>
public sealed record VersionPlace(string RunId, ModelVersionState State, bool GatePassed, string GateReasons)
{
    /// <summary>The gate's verdict as it stands beside an answer.</summary>
    public CaseVerdict Gate => new(GatePassed, GateReasons.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
