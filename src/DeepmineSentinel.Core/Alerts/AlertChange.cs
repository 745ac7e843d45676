namespace DeepmineSentinel.Core.Alerts;

/// <summary>One line of the audit trail of an alert: who did what when, and what it was before. Kept, never edited.</summary>
public sealed record AlertChange
{
    /// <summary>Longest text.</summary>
    public const int TextLength = 2_000;

    /// <summary>Who acts where no person does.</summary>
    public const string Site = "site";

    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Alert it is about; 0 before it is stored.</summary>
    public int AlertId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who: a person, or <see cref="Site"/>.</summary>
    public required string By { get; init; }

    /// <summary>What happened.</summary>
    public required AlertChangeKind Kind { get; init; }

    /// <summary>State until then; null: it did not exist.</summary>
    public AlertState? StateBefore { get; init; }

    /// <summary>State from then on.</summary>
    public required AlertState State { get; init; }

    /// <summary>Level until then; null: it did not exist.</summary>
    public AlertLevel? LevelBefore { get; init; }

    /// <summary>Level from then on.</summary>
    public required AlertLevel Level { get; init; }

    /// <summary>End of the silence, UTC; null: it is not about one.</summary>
    public DateTime? Until { get; init; }

    /// <summary>What was said or measured; null: nothing.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the site did it by itself.</summary>
    public bool IsBySite => By == Site;
}
