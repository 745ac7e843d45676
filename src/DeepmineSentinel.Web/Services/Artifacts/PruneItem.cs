namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>One decision and why.</summary>
public sealed record PruneItem
{
    /// <summary>run, unfinished_run, checkpoints (of a run that stays), snapshot or evaluation.</summary>
    public required string Kind { get; init; }

    /// <summary>Run id, hash of the snapshot, or key of the evaluation.</summary>
    public required string Name { get; init; }

    /// <summary>Bytes it takes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What is decided.</summary>
    public required PruneAction Action { get; init; }

    /// <summary>Why, one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What kept it from being done; null: nothing, or it was a dry run.</summary>
    public string? Problem { get; init; }
}
