using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>Whether an outcome may be learnt from, as a person says it.</summary>
public sealed record OutcomeReviewForm
{
    [Required(ErrorMessage = "Say whether it may be learnt from.")]
    public bool? Accepted { get; init; }

    [StringLength(OutcomeReview.CommentLength, ErrorMessage = "At most 500 characters.")]
    public string? Comment { get; init; }
}
