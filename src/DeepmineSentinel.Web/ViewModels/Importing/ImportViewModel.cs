using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Importing;

public sealed record ImportViewModel
{
    public required IReadOnlyList<Mine> Mines { get; init; }

    /// <summary>Largest upload, bytes.</summary>
    public required long UploadLimitBytes { get; init; }

    /// <summary>What the page that led here expects; null: the file is asked.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>Why the file that was sent cannot be read at all.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
}
