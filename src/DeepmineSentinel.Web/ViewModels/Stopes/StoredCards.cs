using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Stored predictions as cards; nothing is computed.</summary>
public sealed class StoredCards(MLPredictionService predictions, StatementRecords records, TimeProvider clock)
{
    /// <summary>The latest of a stope; null: it was never predicted.</summary>
    public async Task<PredictionCard?> OfAsync(int stope, string zone, CancellationToken cancellationToken) =>
        await predictions.GetStoredAsync(stope, cancellationToken) is { } stored
            ? PredictionCard.Of(stored, records, zone, clock.GetUtcNow().UtcDateTime)
            : null;
}
