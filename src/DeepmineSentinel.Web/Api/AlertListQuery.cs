using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;

namespace DeepmineSentinel.Web.Api;

/// <summary>Which alerts are asked for.</summary>
internal static class AlertListQuery
{
    /// <summary>The fields of the address.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. PageQuery.Parameters,
        QueryParameter.Word<AlertState>("status", "Only alerts in this state; open where left out.", "open", "any"),
        QueryParameter.Word("level", "Only alerts of this level.", ResponsePlan.Levels.Select(Words.Key)),
        QueryParameter.Word<AlertCauseKind>("cause", "Only alerts of this cause."),
        QueryParameter.Whole("mineId", 1, int.MaxValue, "Only alerts of this mine."),
        QueryParameter.Whole("stopeId", 1, int.MaxValue, "Only alerts of this stope."),
        QueryParameter.Text("search", "Only alerts of stopes whose name contains this."),
        QueryParameter.Word<AlertSort>("sort", "Order; level where left out."),
        QueryParameter.Word("order", "Direction; desc where left out.", ["asc", "desc"]),
    ];

    /// <exception cref="FieldsRejectedException">Something is not known, no number, out of range or no word of its list.</exception>
    public static AlertListFilter Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Parameters)];
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
