namespace DeepmineSentinel.Core.Alerts;

/// <summary>What a level of the plan asks of people.</summary>
public sealed record ResponseLevel
{
    /// <summary>When the level is reached, in words.</summary>
    public required string Conditions { get; init; }

    /// <summary>What to do, first things first.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Who does it.</summary>
    public required string Roles { get; init; }

    /// <summary>What must hold before work goes on as usual.</summary>
    public required string ReEntry { get; init; }

    /// <summary>How long an active alert may wait for an answer before others are called.</summary>
    public required TimeSpan EscalateAfter { get; init; }

    /// <summary>How long everything must speak for a lower level before the alert is lowered.</summary>
    public required TimeSpan LowerAfter { get; init; }
}
