using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Answers of one chosen run.</summary>
/// <param name="Predictions">One a stope, in the order asked.</param>
/// <param name="Model">What answered.</param>
internal sealed record RunAnswers(IReadOnlyList<StabilityPrediction> Predictions, ServingModelInfo Model);
