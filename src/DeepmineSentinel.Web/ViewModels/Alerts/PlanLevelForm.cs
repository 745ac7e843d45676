using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>What a level of the plan asks for, as a person types it.</summary>
public sealed record PlanLevelForm
{
    public string? Conditions { get; init; }

    /// <summary>One a line, first things first.</summary>
    public string? Actions { get; init; }

    public string? Roles { get; init; }

    public string? ReEntry { get; init; }

    public PlanTimeForm EscalateAfter { get; init; } = new();

    public PlanTimeForm LowerAfter { get; init; } = new();

    public static PlanLevelForm Of(ResponseLevel level) =>
        new()
        {
            Conditions = level.Conditions,
            Actions = string.Join('\n', level.Actions),
            Roles = level.Roles,
            ReEntry = level.ReEntry,
            EscalateAfter = PlanTimeForm.Of(level.EscalateAfter),
            LowerAfter = PlanTimeForm.Of(level.LowerAfter),
        };
}
