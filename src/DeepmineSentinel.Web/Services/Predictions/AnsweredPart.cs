using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Some of many stopes with their answers.</summary>
/// <param name="Asked">Keys of the stopes asked about; those that are gone have no answer.</param>
/// <param name="Histories">What was read of them.</param>
/// <param name="Predictions">The answers, in the order of the histories.</param>
internal sealed record AnsweredPart(
    IReadOnlyList<int> Asked,
    IReadOnlyList<StopeHistory> Histories,
    IReadOnlyList<StabilityPrediction> Predictions
)
{
    /// <summary>The answers with the hash of what each was computed from.</summary>
    public IReadOnlyCollection<(StabilityPrediction Prediction, string InputHash)> ToStore() =>
        [.. Predictions.Zip(Histories, (answer, history) => (answer, InputHash.Of(history)))];
}
