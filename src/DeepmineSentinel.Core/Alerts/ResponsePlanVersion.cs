namespace DeepmineSentinel.Core.Alerts;

/// <summary>One version of the response plan as people edited it on the site. Versions only grow; the last one counts.</summary>
public sealed record ResponsePlanVersion
{
    /// <summary>Longest reason of an edit.</summary>
    public const int ReasonLength = 500;

    /// <summary>Number of the version, from 1 without a gap: two people cannot both write the next one.</summary>
    public required int Number { get; init; }

    /// <summary>The plan as JSON; null: from here on the settings' plan counts again.</summary>
    public string? Document { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Why; null: not said.</summary>
    public string? Reason { get; init; }
}
