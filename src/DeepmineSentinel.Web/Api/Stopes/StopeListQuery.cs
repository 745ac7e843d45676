using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>Which stopes are asked for: the filters of the page.</summary>
internal static class StopeListQuery
{
    /// <summary>The fields of the address.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. PageQuery.Parameters,
        QueryParameter.Text("search", "Only stopes whose name contains this.", Stope.NameLength),
        QueryParameter.Whole("mineId", 1, int.MaxValue, "Only stopes of this mine."),
        QueryParameter.Word<RiskLevel>(
            "level",
            "Only stopes of this level by now; failed: whose failure was observed.",
            StopeListAddress.FailedWord
        ),
        QueryParameter.Word<StopeChange>("changed", "Only stopes that changed so within the last day."),
        QueryParameter.Flag("archived", "Archived stopes instead of active ones."),
        QueryParameter.Flag("toReview", "Only stopes with an outcome that waits for a review."),
        QueryParameter.Word<StopeSort>("sort", "Order; name where left out."),
        QueryParameter.Word("order", "Direction; asc where left out.", ["asc", "desc"]),
    ];

    /// <exception cref="FieldsRejectedException">Something is not known, no number, out of range, too long or no word of its list.</exception>
    public static StopeListFilter Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Parameters)];
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
