using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Importing;

namespace DeepmineSentinel.Web.ViewModels.Importing;

public sealed record ImportViewModel
{
    public required ImportForm Form { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    /// <summary>Largest upload, bytes.</summary>
    public required long UploadLimitBytes { get; init; }

    /// <summary>What the last file did; null: nothing was sent yet.</summary>
    public ImportReport? Report { get; init; }
}
