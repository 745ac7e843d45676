using System.ComponentModel.DataAnnotations;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>A file to import.</summary>
public sealed record ImportForm
{
    [Required(ErrorMessage = "Choose a file.")]
    public IFormFile? File { get; init; }

    /// <summary>What the page that led here expects of it, a key; else it is guessed.</summary>
    public string? Kind { get; init; }
}
