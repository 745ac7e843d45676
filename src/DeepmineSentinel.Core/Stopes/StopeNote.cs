using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Stopes;

/// <summary>What a person noted of a stope. Its text never changes; it is archived, not deleted.</summary>
public sealed class StopeNote
{
    /// <summary>Longest text.</summary>
    public const int TextLength = 2_000;

    /// <summary>Writes a note.</summary>
    /// <param name="stopeId">Stope it is about.</param>
    /// <param name="text">What is noted, 1 to 2,000 characters.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="SentinelException">The text is missing or too long.</exception>
    public StopeNote(int stopeId, string text, string by, DateTime at)
    {
        StopeId = stopeId;
        Text = Checked(text);
        By = by;
        At = at;
    }

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Stope it is about.</summary>
    public int StopeId { get; private set; }

    /// <summary>What is noted.</summary>
    public string Text { get; private set; }

    /// <summary>Who noted it.</summary>
    public string By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>When it was archived, UTC; null: it is in sight.</summary>
    public DateTime? ArchivedAt { get; private set; }

    /// <summary>Takes it out of sight; says whether it was in sight.</summary>
    public bool Archive(DateTime at)
    {
        bool moved = ArchivedAt is null;
        ArchivedAt ??= at;
        return moved;
    }

    /// <summary>Brings it back; says whether it was archived.</summary>
    public bool Restore()
    {
        bool moved = ArchivedAt is not null;
        ArchivedAt = null;
        return moved;
    }

    private static string Checked(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        return trimmed.Length switch
        {
            0 => throw Rejected("note_missing", "Write something."),
            > TextLength => throw Rejected("note_too_long", $"A note has at most {TextLength} characters."),
            _ => trimmed,
        };
    }

    private static SentinelException Rejected(string code, string message) =>
        new(FailureKind.InvalidInput, code, message);
}
