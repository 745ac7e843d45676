using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Takes an outcome from its form to where outcomes are kept.</summary>
public sealed class OutcomeEntry(StopeQueries stopes, StopeService service, CurrentOperator person, TimeProvider clock)
{
    /// <summary>Keeps the outcome; what stands in its way is in the model state then.</summary>
    /// <exception cref="SentinelException">There is no such stope, or the database cannot be written.</exception>
    public async Task<EntryResult> SaveAsync(
        int id,
        OutcomeForm form,
        ModelStateDictionary state,
        CancellationToken cancellationToken
    )
    {
        (_, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        if (new OutcomeFormReader(form, state).Read(id, (person.Name, mine.TimeZoneId), now) is not { } outcome)
        {
            return EntryResult.Refused;
        }

        try
        {
            await service.AddOutcomeAsync(outcome, cancellationToken);
        }
        catch (SentinelException refused) when (refused.Kind is FailureKind.InvalidInput or FailureKind.Conflict)
        {
            state.AddModelError(
                refused.Code == "outcome_order" ? nameof(form.OccurredAt) : nameof(form.ObservedAt),
                Texts.Stored(refused.Message)
            );
            return EntryResult.Refused;
        }

        return new EntryResult(
            Texts.Of("The outcome was kept. Training runs learn from it once it is reviewed, below.")
        );
    }
}
