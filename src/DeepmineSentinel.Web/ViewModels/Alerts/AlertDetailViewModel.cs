using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

public sealed record AlertDetailViewModel
{
    public required AlertRow Row { get; init; }

    public required IReadOnlyList<AlertChange> Changes { get; init; }

    public required IReadOnlyList<AlertDelivery> Deliveries { get; init; }

    public required ResponsePlan Plan { get; init; }

    /// <summary>Whether the plan is the product's example.</summary>
    public required bool IsExamplePlan { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>An answer that was not taken; null: none was given.</summary>
    public RefusedAnswer? Refused { get; init; }

    public Alert Alert => Row.Alert;

    public ResponseLevel Response => Plan.Of(Alert.Level);

    /// <summary>What was typed into a form that was refused; null: it was another form, or none.</summary>
    public AlertAnswerForm? Typed(string action) => Refused?.Action == action ? Refused.Form : null;

    /// <summary>Proposed end of a silence: eight hours, or the longest allowed.</summary>
    public DateTime ProposedUntil =>
        Now + (Plan.LongestSilence < TimeSpan.FromHours(8) ? Plan.LongestSilence : TimeSpan.FromHours(8));

    /// <summary>When the level can fall at the earliest, UTC; null: nothing speaks for it now.</summary>
    public DateTime? LowersAt => Alert.CalmSince is { } since ? since + Response.LowerAfter : null;

    /// <summary>When others are called if nobody answers, UTC; null: nobody is waited for.</summary>
    public DateTime? EscalatesAt =>
        Alert is { State: AlertState.Active, EscalatedAt: null, CalledAt: { } called }
            ? called + Response.EscalateAfter
            : null;
}
