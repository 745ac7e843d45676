using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Api;

/// <summary>One line of an alert's audit trail.</summary>
internal sealed record AlertChangeDocument
{
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public required AlertChangeKind Kind { get; init; }
    public AlertState? StateBefore { get; init; }
    public required AlertState State { get; init; }
    public AlertLevel? LevelBefore { get; init; }
    public required AlertLevel Level { get; init; }
    public DateTime? Until { get; init; }
    public string? Text { get; init; }

    public static AlertChangeDocument Of(AlertChange change) =>
        new()
        {
            At = change.At,
            By = change.By,
            Kind = change.Kind,
            StateBefore = change.StateBefore,
            State = change.State,
            LevelBefore = change.LevelBefore,
            Level = change.Level,
            Until = change.Until,
            Text = change.Text,
        };
}
