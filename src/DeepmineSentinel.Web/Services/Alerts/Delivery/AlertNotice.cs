using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>What a message tells; its JSON is promised to receivers (docs/alerts.md).</summary>
public sealed record AlertNotice
{
    /// <summary>Key that a repeated message is known by.</summary>
    public required string Id { get; init; }

    /// <summary>For example <c>alert.raised</c>; <c>test</c> for the test button.</summary>
    public required string Event { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who did it: a person, or <c>site</c>.</summary>
    public required string By { get; init; }

    /// <summary>Comment, reason or what was measured; null: nothing.</summary>
    public string? Text { get; init; }

    public int? AlertId { get; init; }

    public int? StopeId { get; init; }

    public string? Stope { get; init; }

    public string? Mine { get; init; }

    /// <summary>Whether the data are generated.</summary>
    public bool Synthetic { get; init; }

    public AlertCauseKind? Cause { get; init; }

    public string? Channel { get; init; }

    public AlertLevel? Level { get; init; }

    public AlertLevel? LevelBefore { get; init; }

    public AlertState? State { get; init; }

    /// <summary>What was last measured or said of the cause.</summary>
    public string? Reason { get; init; }

    /// <summary>Newest reading behind that, UTC.</summary>
    public DateTime? AsOf { get; init; }

    public DateTime? RaisedAt { get; init; }

    /// <summary>What the plan asks for at this level.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public string? Roles { get; init; }

    public string? ReEntry { get; init; }

    /// <summary>Page of the alert; null: the settings name no address of the site.</summary>
    public Uri? Link { get; init; }
}
