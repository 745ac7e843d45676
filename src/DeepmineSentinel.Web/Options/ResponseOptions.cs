using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>Alerts:Levels:NAME</c>: what a level asks for; what is left out stays as in the example plan.</summary>
public sealed class ResponseOptions
{
    public string? Conditions { get; init; }

    /// <summary>What to do, first things first; empty: as in the example.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public string? Roles { get; init; }

    public string? ReEntry { get; init; }

    /// <summary>1 minute to 7 days.</summary>
    public TimeSpan? EscalateAfter { get; init; }

    /// <summary>0 to 30 days.</summary>
    public TimeSpan? LowerAfter { get; init; }

    /// <summary>What is wrong with it; null: nothing.</summary>
    public string? Problem =>
        Actions.Append(Conditions).Append(Roles).Append(ReEntry).Any(text => text?.Length > PlanLimits.LongestText)
            ? $"has a text of more than {PlanLimits.LongestText} characters"
        : EscalateAfter is { } escalate && (escalate < PlanLimits.Escalate.Least || escalate > PlanLimits.Escalate.Most)
            ? "needs EscalateAfter from 1 minute to 7 days"
        : LowerAfter is { } lower && (lower < PlanLimits.Lower.Least || lower > PlanLimits.Lower.Most)
            ? "needs LowerAfter from 0 to 30 days"
        : null;

    public ResponseLevel Over(ResponseLevel example) =>
        example with
        {
            Conditions = Conditions ?? example.Conditions,
            Actions = Actions.Count > 0 ? Actions : example.Actions,
            Roles = Roles ?? example.Roles,
            ReEntry = ReEntry ?? example.ReEntry,
            EscalateAfter = EscalateAfter ?? example.EscalateAfter,
            LowerAfter = LowerAfter ?? example.LowerAfter,
        };
}
