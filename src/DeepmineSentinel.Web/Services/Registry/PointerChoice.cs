using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>A decision to let a version answer.</summary>
public sealed record PointerChoice
{
    /// <summary>Version that shall answer.</summary>
    public required RunId RunId { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <summary>Version that answered when it was decided; another one by now makes the decision void. Null: none did.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether the gate let it pass; null: it was not asked.</summary>
    public bool? GatePassed { get; init; }

    /// <summary>What the gate found, one sentence a line; null: it was not asked.</summary>
    public string? GateReasons { get; init; }

    /// <summary>Why a person decided; null: nothing was given.</summary>
    public string? Reason { get; init; }
}
