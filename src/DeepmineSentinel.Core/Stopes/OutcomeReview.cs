namespace DeepmineSentinel.Core.Stopes;

/// <summary>
/// A person looked at an outcome and says whether it may be learnt from. Kept and never edited: the last one of an outcome counts,
/// those before it tell who thought otherwise, and when.
/// </summary>
public sealed record OutcomeReview
{
    /// <summary>Longest comment.</summary>
    public const int CommentLength = 500;

    /// <summary>Key; later reviews have larger ones; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Outcome it is about.</summary>
    public required int OutcomeId { get; init; }

    /// <summary>Whether it may be learnt from.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Why; null: not said.</summary>
    public string? Comment { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
