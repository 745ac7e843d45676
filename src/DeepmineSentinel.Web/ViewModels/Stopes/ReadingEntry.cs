using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Takes a reading from its form to where readings are kept.</summary>
public sealed class ReadingEntry(StopeQueries stopes, ReadingService readings, TimeProvider clock)
{
    /// <summary>Keeps the reading; what stands in its way is in the model state then.</summary>
    /// <exception cref="SentinelException">There is no such stope, or the database cannot be written.</exception>
    public async Task<EntryResult> SaveAsync(
        int id,
        ReadingForm form,
        ModelStateDictionary state,
        CancellationToken cancellationToken
    )
    {
        (_, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        if (new ReadingFormReader(form, state).Read(id, mine.TimeZoneId, now) is not { } reading)
        {
            return EntryResult.Refused;
        }

        if (await readings.AddTypedAsync(reading, cancellationToken))
        {
            return new EntryResult(Texts.Of("The reading was kept. The stope is predicted again in the background."));
        }

        Reading? known = await stopes.ReadingAtAsync(id, reading.Timestamp, cancellationToken);
        if (known is not null && known with { ImportBatchId = null } == reading)
        {
            return new EntryResult(
                Texts.Of("This reading was kept before, with the same values: nothing was changed.")
            );
        }

        state.AddModelError(
            nameof(ReadingForm.Moment),
            Texts.Of("There is a reading of this moment already; it stays as it is. Both stand below.")
        );
        return EntryResult.Refused with { Known = known };
    }
}
