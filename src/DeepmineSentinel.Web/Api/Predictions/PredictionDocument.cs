using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Web.Api.Stopes;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>A stored prediction as scripts read it: aged to the present, so that an old one is never calm.</summary>
internal sealed record PredictionDocument
{
    /// <summary>Key that feedback refers to.</summary>
    public required int Id { get; init; }

    /// <summary>What was predicted.</summary>
    public required StabilityPrediction Prediction { get; init; }
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static PredictionDocument Of(StoredAnswer answer)
    {
        string stope = StopeDocument.AddressOf(answer.Prediction.StopeId);
        return new PredictionDocument
        {
            Id = answer.PredictionId,
            Prediction = answer.Prediction,
            Links = new Dictionary<string, string>
            {
                ["self"] = $"{stope}/prediction",
                ["stope"] = stope,
                ["feedback"] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ApiRoutes.Root}/predictions/{answer.PredictionId}/feedback"
                ),
            },
        };
    }
}
