using DeepmineSentinel.Core.Predictions;
using Field = DeepmineSentinel.Web.Api.JsonField<DeepmineSentinel.Web.Api.Predictions.FeedbackEntry>;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>What a person says of a prediction, as it is sent.</summary>
internal sealed record FeedbackEntry
{
    public bool Agrees { get; init; }

    public StabilityClass? BelievedClass { get; init; }

    public string? Comment { get; init; }

    public static FieldReader<FeedbackEntry> Fields { get; } =
        new(
            new Dictionary<string, Field>
            {
                ["agrees"] = Field.Flag((entry, yes) => entry with { Agrees = yes }),
                ["believedClass"] = Field.Category<StabilityClass>(
                    (entry, word) => entry with { BelievedClass = word }
                ),
                ["comment"] = Field.TextUpTo(
                    PredictionFeedback.CommentLength,
                    (entry, text) => entry with { Comment = text }
                ),
            }
        )
        {
            Required = ["agrees"],
        };
}
