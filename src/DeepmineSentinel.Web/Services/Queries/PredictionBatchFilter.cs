using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Which results of a batch a page shows; the address carries all of it.</summary>
public sealed record PredictionBatchFilter
{
    public const int UsualPageSize = 25;

    /// <summary>Sizes of a page that people can choose: the last ones are for paper.</summary>
    public static IReadOnlyList<int> PageSizes { get; } = [UsualPageSize, 100, 1_000];

    /// <summary>Part of a stope's name; null: all.</summary>
    public string? Search { get; init; }

    public int? MineId { get; init; }

    public RiskLevel? Level { get; init; }

    /// <summary>Whether stopes that had failed by the batch's moment are looked for, or left out; null: neither.</summary>
    public bool? Failed { get; init; }

    public PredictionBatchSort Sort { get; init; }

    public bool Descending { get; init; } = true;

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = UsualPageSize;
}
