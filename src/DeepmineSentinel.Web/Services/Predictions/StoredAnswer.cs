using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>A stored prediction as pages show it: aged to the present moment, so that an old one is never calm.</summary>
/// <param name="PredictionId">Key that feedback refers to.</param>
/// <param name="Prediction">The prediction, marked stale where its readings have become too old since.</param>
/// <param name="Age">Time since it was computed.</param>
public sealed record StoredAnswer(int PredictionId, StabilityPrediction Prediction, TimeSpan Age);
