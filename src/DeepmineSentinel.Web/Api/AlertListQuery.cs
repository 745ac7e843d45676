using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api;

/// <summary>Which alerts are asked for.</summary>
internal static class AlertListQuery
{
    private static readonly string[] Known =
    [
        "page",
        "pageSize",
        "status",
        "level",
        "cause",
        "mineId",
        "stopeId",
        "search",
        "sort",
        "order",
    ];

    /// <exception cref="FieldsRejectedException">Something is not known, no number, out of range or no word of its list.</exception>
    public static AlertListFilter Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Known)];
        string? status = One(query, "status");
        (int Number, int Size) page = PageQuery.Parse(query, problems);
        AlertListFilter filter = new()
        {
            Page = page.Number,
            PageSize = page.Size,
            All = status == "any",
            State = status is "open" or "any"
                ? null
                : QueryField.Word("status", status, Enum.GetValues<AlertState>(), problems),
            Level = QueryField.Word("level", One(query, "level"), ResponsePlan.Levels, problems),
            Cause = QueryField.Word("cause", One(query, "cause"), Enum.GetValues<AlertCauseKind>(), problems),
            MineId = QueryField.Whole("mineId", One(query, "mineId"), (1, int.MaxValue), problems),
            StopeId = QueryField.Whole("stopeId", One(query, "stopeId"), (1, int.MaxValue), problems),
            Search = One(query, "search"),
            Sort = QueryField.Word("sort", One(query, "sort"), Enum.GetValues<AlertSort>(), problems) ?? default,
            Descending = QueryField.Descending(One(query, "order"), problems) ?? true,
        };
        return problems.Count == 0 ? filter : throw new FieldsRejectedException("invalid_query", problems);
    }

    private static string? One(IQueryCollection query, string name) => QueryField.One(query, name);
}
