using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Options;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>Parses a plan by the limits of the settings and reports every problem at its field.</summary>
public sealed class PlanFormReader(PlanForm form, ModelStateDictionary state)
{
    private const int MostActions = 20;

    /// <returns>What was typed; null when anything is wrong, the reasons being in the model state.</returns>
    public ResponsePlan? Read()
    {
        Dictionary<AlertLevel, ResponseLevel> levels = ResponsePlan.Levels.ToDictionary(level => level, Level);
        TimeSpan confirm = Time(form.ConfirmNoDataAfter, nameof(form.ConfirmNoDataAfter), PlanLimits.Confirm);
        TimeSpan silence = Time(form.LongestSilence, nameof(form.LongestSilence), PlanLimits.Silence);
        if (form.Reason?.Trim().Length > ResponsePlanVersion.ReasonLength)
        {
            state.AddModelError(
                nameof(form.Reason),
                Texts.Of("The reason has at most {0} characters.", ResponsePlanVersion.ReasonLength)
            );
        }

        return state.IsValid
            ? new ResponsePlan
            {
                Responses = levels,
                ConfirmNoDataAfter = confirm,
                LongestSilence = silence,
            }
            : null;
    }

    /// <summary>Name of a level's field.</summary>
    public static string Key(AlertLevel level, string field) =>
        $"{nameof(PlanForm.Levels)}[{Words.Key(level)}].{field}";

    private ResponseLevel Level(AlertLevel level)
    {
        PlanLevelForm typed = form.Of(level);
        return new ResponseLevel
        {
            Conditions = Text(typed.Conditions, Key(level, nameof(typed.Conditions))),
            Actions = Actions(typed.Actions, Key(level, nameof(typed.Actions))),
            Roles = Text(typed.Roles, Key(level, nameof(typed.Roles))),
            ReEntry = Text(typed.ReEntry, Key(level, nameof(typed.ReEntry))),
            EscalateAfter = Time(typed.EscalateAfter, Key(level, nameof(typed.EscalateAfter)), PlanLimits.Escalate),
            LowerAfter = Time(typed.LowerAfter, Key(level, nameof(typed.LowerAfter)), PlanLimits.Lower),
        };
    }

    private string Text(string? typed, string key)
    {
        string text = typed?.Trim() ?? "";
        if (text.Length is 0 or > PlanLimits.LongestText)
        {
            state.AddModelError(key, Texts.Of("Write 1 to {0} characters.", PlanLimits.LongestText));
        }

        return text;
    }

    private string[] Actions(string? typed, string key)
    {
        string[] actions = (typed ?? "").Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        bool usable = actions.Length is > 0 and <= MostActions;
        if (!usable || actions.Any(action => action.Length > PlanLimits.LongestText))
        {
            state.AddModelError(
                key,
                Texts.Of(
                    "Write 1 to {0} actions, one a line, each of at most {1} characters.",
                    MostActions,
                    PlanLimits.LongestText
                )
            );
        }

        return actions;
    }

    private TimeSpan Time(PlanTimeForm typed, string key, (TimeSpan Least, TimeSpan Most) limits)
    {
        TimeSpan? time = typed.Read();
        if (time is null || time < limits.Least || time > limits.Most)
        {
            string least = limits.Least == TimeSpan.Zero ? "0" : AlertWords.Length(limits.Least);
            state.AddModelError(
                key,
                Texts.Of(
                    "Write a number, decimals with a point, and choose a unit: {0} to {1}.",
                    least,
                    AlertWords.Length(limits.Most)
                )
            );
        }

        return time ?? TimeSpan.Zero;
    }
}
