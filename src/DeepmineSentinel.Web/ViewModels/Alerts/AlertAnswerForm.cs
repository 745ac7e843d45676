using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Alerts;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>What a person answers to an alert.</summary>
public sealed record AlertAnswerForm
{
    /// <summary>Revision that the person looked at.</summary>
    [Required]
    public int? Revision { get; init; }

    [StringLength(Alert.CommentLength, ErrorMessage = "At most 1,000 characters.")]
    public string? Comment { get; init; }

    /// <summary>End of a silence, in the mine's zone.</summary>
    public DateTime? Until { get; init; }
}
