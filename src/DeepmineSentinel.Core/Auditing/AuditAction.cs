namespace DeepmineSentinel.Core.Auditing;

/// <summary>What was done.</summary>
public enum AuditAction
{
    /// <summary>It was created by hand or by the API.</summary>
    Created,

    /// <summary>Its values were changed.</summary>
    Edited,

    /// <summary>It was taken out of the lists.</summary>
    Archived,

    /// <summary>It was brought back.</summary>
    Restored,

    /// <summary>A reading was entered by hand.</summary>
    ReadingAdded,

    /// <summary>An event was entered.</summary>
    EventAdded,

    /// <summary>An outcome was entered.</summary>
    OutcomeAdded,

    /// <summary>An outcome was let to be learnt from, or put aside.</summary>
    OutcomeReviewed,

    /// <summary>Somebody agreed or disagreed with a prediction.</summary>
    FeedbackGiven,

    /// <summary>A note was added.</summary>
    NoteAdded,

    /// <summary>A note was taken out of sight.</summary>
    NoteArchived,

    /// <summary>A note was brought back.</summary>
    NoteRestored,

    /// <summary>An import changed its values.</summary>
    Imported,

    /// <summary>An import that had changed its values was undone.</summary>
    ImportUndone,
}
