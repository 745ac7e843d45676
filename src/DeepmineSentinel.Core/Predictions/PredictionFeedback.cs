namespace DeepmineSentinel.Core.Predictions;

/// <summary>A person agrees or disagrees with a prediction. Kept, never edited.</summary>
public sealed record PredictionFeedback
{
    /// <summary>Longest comment.</summary>
    public const int CommentLength = 2_000;

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Prediction it is about.</summary>
    public required int PredictionId { get; init; }

    /// <summary>Whether the person agrees.</summary>
    public required bool Agrees { get; init; }

    /// <summary>What the person thinks the class is; null: not said.</summary>
    public StabilityClass? BelievedClass { get; init; }

    /// <summary>Free text; null: none.</summary>
    public string? Comment { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }
}
