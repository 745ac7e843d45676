namespace DeepmineSentinel.Core.Auditing;

/// <summary>One line of the audit trail of a stope or a mine: who did what when, and what it was before. Kept, never edited.</summary>
public sealed record AuditEntry
{
    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>What kind of thing it is about.</summary>
    public required AuditSubject Subject { get; init; }

    /// <summary>Key of that thing.</summary>
    public required int SubjectId { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>What changed, each with before and after; empty: nothing that has values.</summary>
    public IReadOnlyList<AuditField> Fields { get; init; } = [];
}
