using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

/// <summary>A file to import and where it belongs.</summary>
public sealed record ImportForm
{
    [Required(ErrorMessage = "Choose what the file brings.")]
    public ImportKind? Kind { get; init; }

    [Required(ErrorMessage = "Choose a file.")]
    public IFormFile? File { get; init; }

    /// <summary>A mine that exists; empty: <see cref="NewMine"/>.</summary>
    public string? Mine { get; init; }

    [StringLength(Core.Stopes.Mine.NameLength, ErrorMessage = "A mine's name has at most 100 characters.")]
    public string? NewMine { get; init; }

    /// <summary>IANA zone of timestamps without one; empty: the mine's.</summary>
    [StringLength(100, ErrorMessage = "A zone's name has at most 100 characters.")]
    public string? TimeZone { get; init; }

    /// <summary>Checks everything and writes nothing.</summary>
    public bool DryRun { get; init; }

    public bool Update { get; init; }

    public string MineName => First(Mine) ?? First(NewMine) ?? Core.Stopes.Mine.DefaultName;

    /// <summary>What is to be done; the file stays the caller's.</summary>
    public ImportRequest ToRequest(Stream content, string by) =>
        new()
        {
            Kind = Kind!.Value,
            Content = content,
            FileName = Path.GetFileName(File!.FileName),
            MineName = MineName,
            TimeZoneId = First(TimeZone),
            DryRun = DryRun,
            Update = Update,
            By = by,
        };

    private static string? First(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
