using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>What a person says of a prediction.</summary>
public sealed record FeedbackForm
{
    [Required]
    public int? PredictionId { get; init; }

    [Required(ErrorMessage = "Say whether you agree.")]
    public bool? Agrees { get; init; }

    public StabilityClass? BelievedClass { get; init; }

    [StringLength(PredictionFeedback.CommentLength, ErrorMessage = "At most 2,000 characters.")]
    public string? Comment { get; init; }
}
