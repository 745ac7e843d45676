using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>The response plan as a person types it.</summary>
public sealed record PlanForm
{
    /// <summary>Number of the version that the form was opened with; 0: none.</summary>
    public int Number { get; init; }

    /// <summary>By the keys of the levels.</summary>
    public Dictionary<string, PlanLevelForm> Levels { get; init; } = [];

    public PlanTimeForm ConfirmNoDataAfter { get; init; } = new();

    public PlanTimeForm LongestSilence { get; init; } = new();

    /// <summary>Why it is changed.</summary>
    public string? Reason { get; init; }

    public PlanLevelForm Of(AlertLevel level) => Levels.GetValueOrDefault(Words.Key(level)) ?? new PlanLevelForm();

    public static PlanForm Of(PlanInForce now) =>
        new()
        {
            Number = now.Number,
            Levels = ResponsePlan.Levels.ToDictionary(Words.Key, level => PlanLevelForm.Of(now.Plan.Of(level))),
            ConfirmNoDataAfter = PlanTimeForm.Of(now.Plan.ConfirmNoDataAfter),
            LongestSilence = PlanTimeForm.Of(now.Plan.LongestSilence),
        };
}
