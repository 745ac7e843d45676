using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the list of stopes shows; the address carries all of it.</summary>
public sealed record StopeListFilter
{
    /// <summary>Rows of a page of the site.</summary>
    public const int UsualPageSize = 25;

    /// <summary>Part of a name; null: all.</summary>
    public string? Search { get; init; }

    public int? MineId { get; init; }

    public RiskLevel? Level { get; init; }

    /// <summary>Only stopes whose failure was observed; they are of no level.</summary>
    public bool Failed { get; init; }

    /// <summary>Only stopes that changed so within the last day; null: all.</summary>
    public StopeChange? Change { get; init; }

    /// <summary>Archived stopes instead of active ones.</summary>
    public bool Archived { get; init; }

    /// <summary>Only stopes with an outcome that waits for a review.</summary>
    public bool ToReview { get; init; }

    public StopeSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Most rows on a page.</summary>
    public int PageSize { get; init; } = UsualPageSize;
}
