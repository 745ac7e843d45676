using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Parses an outcome and reports every problem at its field.</summary>
public sealed class OutcomeFormReader(OutcomeForm form, ModelStateDictionary state)
{
    /// <returns>What was typed; null when anything is wrong, the reasons being in the model state.</returns>
    /// <param name="stope">Stope that was looked at.</param>
    /// <param name="by">Who types it, and the zone of the mine.</param>
    /// <param name="now">The present, UTC.</param>
    public Outcome? Read(int stope, (string Name, string Zone) by, DateTime now)
    {
        OutcomeClass? found = Enum.TryParse(form.Class, out OutcomeClass word) && Enum.IsDefined(word) ? word : null;
        Demand(found is null, nameof(form.Class), Texts.Of("Say what was observed."));
        TypedMoment observed = new(form.ObservedAt, form.ObservedOffset, by.Zone);
        TypedMoment occurred = new(form.OccurredAt, form.OccurredOffset, by.Zone);
        Demand(observed.IsEmpty, nameof(form.ObservedAt), Texts.Of("Say when it was observed."));
        DateTime? observedAt = Moment(observed, nameof(form.ObservedAt), now);
        DateTime? occurredAt = Moment(occurred, nameof(form.OccurredAt), now);
        string? reason = TypedNumber.Read(form.ElosMetres, Outcome.Elos, out double? elos);
        Demand(reason is not null, nameof(form.ElosMetres), $"ELOS {reason}.");
        string? source = string.IsNullOrWhiteSpace(form.Source) ? null : form.Source.Trim();
        Demand(
            source?.Length > Outcome.SourceLength,
            nameof(form.Source),
            Texts.Of("The source has at most {0} characters.", Outcome.SourceLength)
        );
        return state.IsValid
            ? new Outcome
            {
                StopeId = stope,
                ObservedAt = observedAt!.Value,
                OccurredAt = occurredAt,
                Class = found!.Value,
                ElosMetres = elos,
                Source = source,
                EnteredBy = by.Name,
            }
            : null;
    }

    private DateTime? Moment(TypedMoment typed, string field, DateTime now)
    {
        if (typed.IsEmpty)
        {
            return null;
        }

        string? reason = typed.Read(now, out DateTime utc);
        Demand(reason is not null, field, Texts.Around("This moment {0}.", reason ?? ""));
        return utc;
    }

    private void Demand(bool wrong, string field, string message)
    {
        if (wrong)
        {
            state.AddModelError(field, message);
        }
    }
}
