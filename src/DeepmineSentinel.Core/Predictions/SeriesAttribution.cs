namespace DeepmineSentinel.Core.Predictions;

/// <summary>
/// What each day of each channel contributed to an answer, computed by the network that gave it: integrated gradients, in
/// log-odds of what the level is cut from. Positive raised the risk.
/// </summary>
public sealed record SeriesAttribution
{
    /// <summary>Beginning of the first step, UTC; steps are half-open.</summary>
    public required DateTime From { get; init; }

    /// <summary>Days of a step.</summary>
    public required int StepDays { get; init; }

    /// <summary>The answer's log-odds less those of a typical stope with the same gaps.</summary>
    public required double Difference { get; init; }

    /// <summary>All contributions together, those of rock, geometry and support too; the method makes it the difference within 1 %.</summary>
    public required double Sum { get; init; }

    /// <summary>Channels that were measured in the window; empty: none was.</summary>
    public required IReadOnlyList<ChannelAttribution> Channels { get; init; }
}
