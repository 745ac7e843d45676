using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>Which stopes are asked for: the filters of the page.</summary>
internal static class StopeListQuery
{
    private static readonly string[] Known =
    [
        "page",
        "pageSize",
        "search",
        "mineId",
        "level",
        "changed",
        "archived",
        "toReview",
        "sort",
        "order",
    ];

    /// <exception cref="FieldsRejectedException">Something is not known, no number, out of range, too long or no word of its list.</exception>
    public static StopeListFilter Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Known)];
        string? One(string name) => QueryField.One(query, name);
        string? level = One("level");
        (int Number, int Size) page = PageQuery.Parse(query, problems);
        StopeListFilter filter = new()
        {
            Page = page.Number,
            PageSize = page.Size,
            Search = Search(One("search"), problems),
            MineId = QueryField.Whole("mineId", One("mineId"), (1, int.MaxValue), problems),
            Failed = level == StopeListAddress.FailedWord,
            Level =
                level == StopeListAddress.FailedWord
                    ? null
                    : QueryField.Word("level", level, Enum.GetValues<RiskLevel>(), problems),
            Change = QueryField.Word("changed", One("changed"), Enum.GetValues<StopeChange>(), problems),
            Archived = QueryField.Flag("archived", One("archived"), problems),
            ToReview = QueryField.Flag("toReview", One("toReview"), problems),
            Sort = QueryField.Word("sort", One("sort"), Enum.GetValues<StopeSort>(), problems) ?? StopeSort.Name,
            Descending = QueryField.Descending(One("order"), problems) ?? false,
        };
        return problems.Count == 0 ? filter : throw new FieldsRejectedException("invalid_query", problems);
    }

    private static string? Search(string? text, List<FieldProblem> problems)
    {
        if (text?.Length > Stope.NameLength)
        {
            problems.Add(new FieldProblem("search", $"must not be longer than {Stope.NameLength} characters"));
        }

        return text;
    }
}
