using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the list of imports shows; the address carries all of it.</summary>
public sealed record ImportListFilter
{
    public const int PageSize = 25;

    /// <summary>Only files that brought this; null: all.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>Part of the file's name; null: all.</summary>
    public string? Search { get; init; }

    /// <summary>Only those that were undone, or only those that stand; null: both.</summary>
    public bool? Undone { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;
}
