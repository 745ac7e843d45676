using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>What was kept of a prediction's feedback.</summary>
/// <param name="PredictionId">The prediction.</param>
/// <param name="StopeId">The stope that it is about.</param>
/// <param name="Agrees">Whether the person agrees.</param>
/// <param name="BelievedClass">What the person believes instead; null: not said.</param>
/// <param name="Comment">Null: none.</param>
/// <param name="By">Who.</param>
internal sealed record FeedbackDocument(
    int PredictionId,
    int StopeId,
    bool Agrees,
    StabilityClass? BelievedClass,
    string? Comment,
    string By
);
