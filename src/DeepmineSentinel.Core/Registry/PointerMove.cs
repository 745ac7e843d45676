namespace DeepmineSentinel.Core.Registry;

/// <summary>One move of the production pointer: the history of a purpose, also kept as a line of <c>registry.jsonl</c>.</summary>
public sealed record PointerMove
{
    /// <summary>Longest reason of a person.</summary>
    public const int ReasonLength = 1_000;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Place in the history of all purposes, from 1, without gaps; unique.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whose pointer.</summary>
    public required ModelPurpose Purpose { get; init; }

    /// <summary>Promotion or rollback.</summary>
    public required PointerMoveKind Kind { get; init; }

    /// <summary>Run that answers from here on.</summary>
    public required string RunId { get; init; }

    /// <summary>Run that answered until then, the previous from here on; null: none did.</summary>
    public string? PreviousRunId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who: a person, or the site itself.</summary>
    public required string By { get; init; }

    /// <summary>Whether the gate let it pass; null for a rollback, which asks no gate.</summary>
    public bool? GatePassed { get; init; }

    /// <summary>What the gate found, one sentence a line; null: it was not asked.</summary>
    public string? GateReasons { get; init; }

    /// <summary>Why a person decided; null: nothing was given.</summary>
    public string? Reason { get; init; }
}
