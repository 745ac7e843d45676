using DeepmineSentinel.Learning.Evaluation.Drift;

namespace DeepmineSentinel.Web.Services.Drift;

/// <summary>Drift of inputs since a version was trained.</summary>
/// <param name="Channels">Of readings; null: <paramref name="Note"/> says why.</param>
/// <param name="Note">What was compared, or why nothing was.</param>
/// <param name="Statics">Of rock, geometry and support: stopes that came since against those before.</param>
public sealed record DriftReport(DriftResult? Channels, string Note, DriftResult Statics)
{
    /// <summary>Inputs that have drifted.</summary>
    public IEnumerable<DriftFeature> Alarms =>
        (Channels?.Features ?? []).Concat(Statics.Features).Where(feature => feature.IsAlarm);

    /// <summary>Whether anything could be compared.</summary>
    public bool IsComputed => (Channels?.Simulations ?? 0) + Statics.Simulations > 0;
}
