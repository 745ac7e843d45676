using System.ComponentModel.DataAnnotations;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>Site</c>: who works here and where the product's folders lie.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>Name written beside every change until there is sign-in. 1 to 100 characters.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string OperatorName { get; init; } = "operator";

    /// <summary>Folder that holds <c>models/</c> and <c>data/</c>; null: found upward by DeepmineSentinel.sln.</summary>
    public string? Root { get; init; }

    /// <summary>Whether an empty database is given the demo mine; null: only in Development.</summary>
    public bool? SeedDemo { get; init; }

    /// <summary>Largest upload, bytes: 1 KB to 2 GB. Default 256 MB.</summary>
    [Range(1_024L, 2_147_483_648L)]
    public long UploadLimitBytes { get; init; } = 256L * 1024 * 1024;
}
