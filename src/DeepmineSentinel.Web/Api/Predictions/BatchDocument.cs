using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>Predictions of many stopes by one version; nothing of it is stored.</summary>
/// <param name="Predictions">One a stope, in the order asked.</param>
internal sealed record BatchDocument(IReadOnlyList<StabilityPrediction> Predictions);
