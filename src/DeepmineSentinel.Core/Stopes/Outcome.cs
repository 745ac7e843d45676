namespace DeepmineSentinel.Core.Stopes;

/// <summary>What was observed of a stope, dated. Never changes; a wrong one is removed.</summary>
public sealed record Outcome
{
    /// <summary>Longest source text.</summary>
    public const int SourceLength = 200;

    /// <summary>Range of the surveyed slough.</summary>
    public static readonly QuantityRange Elos = new("elos_m", "ELOS", "m", 0, 100);

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Stope it belongs to; 0 where it was read from a file.</summary>
    public int StopeId { get; init; }

    /// <summary>When it was observed, UTC.</summary>
    public required DateTime ObservedAt { get; init; }

    /// <summary>When it happened, UTC; null: not known, then the observation counts.</summary>
    public DateTime? OccurredAt { get; init; }

    /// <summary>What was observed.</summary>
    public required OutcomeClass Class { get; init; }

    /// <summary>Equivalent linear overbreak/slough, m; null: not surveyed.</summary>
    public double? ElosMetres { get; init; }

    /// <summary>Who or what says so; null: not said.</summary>
    public string? Source { get; init; }

    /// <summary>The file import that brought it; null: entered by hand.</summary>
    public int? ImportBatchId { get; init; }

    /// <summary>Who entered it by hand; null: it was imported, generated, or entered before this was kept.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>Whether it may be learnt from, given its last review.</summary>
    /// <param name="last">Its last review; null: it has none.</param>
    public OutcomeReviewState StateAfter(OutcomeReview? last) =>
        last is { Accepted: true } ? OutcomeReviewState.Accepted
        : last is { Accepted: false } ? OutcomeReviewState.PutAside
        : EnteredBy is null ? OutcomeReviewState.Brought
        : OutcomeReviewState.Waiting;

    /// <summary>The moment that labels count from, UTC.</summary>
    public DateTime EffectiveAt => OccurredAt ?? ObservedAt;
}
