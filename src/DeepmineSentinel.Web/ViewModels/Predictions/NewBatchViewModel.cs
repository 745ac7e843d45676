using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Predictions;

/// <summary>The stopes to choose from, and what was typed so far.</summary>
public sealed record NewBatchViewModel
{
    public required StopeListAddress Address { get; init; }

    public required StopeListPage Found { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    /// <summary>Models that can be asked instead of what answers everywhere.</summary>
    public required IReadOnlyList<ModelVersion> Versions { get; init; }

    public required NewBatchForm Form { get; init; }

    /// <summary>Why nothing was started; null: nothing was asked yet.</summary>
    public SentinelException? Problem { get; init; }

    public StopeListFilter Filter => Address.ToFilter();

    /// <summary>The address of the same choice on another page.</summary>
    public string OnPage(int page) => $"/predictions/new{Address.OnPage(page)["/stopes".Length..]}";

    /// <summary>How the stopes that a filter finds were chosen, in words.</summary>
    /// <param name="address">The filter.</param>
    /// <param name="mines">Names of mines.</param>
    public static string InWords(StopeListAddress address, IReadOnlyList<Mine> mines)
    {
        StopeListFilter filter = address.ToFilter();
        string?[] parts =
        [
            mines.FirstOrDefault(mine => mine.Id == filter.MineId) is { } one ? $"of {one.Name}" : null,
            string.IsNullOrWhiteSpace(filter.Search) ? null : $"whose name contains \u201c{filter.Search.Trim()}\u201d",
            filter.Level is { } level ? $"at level {Words.Of(level).ToLowerInvariant()}" : null,
            filter.Failed ? "that failed" : null,
            filter.ToReview ? "with outcomes to review" : null,
        ];
        string[] said = [.. parts.OfType<string>()];
        return said.Length == 0 ? "all active stopes" : $"stopes {string.Join(", ", said)}";
    }
}
