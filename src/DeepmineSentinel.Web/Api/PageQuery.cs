using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;

namespace DeepmineSentinel.Web.Api;

/// <summary>Which page of a list without filters is asked for.</summary>
internal static class PageQuery
{
    public const int UsualPageSize = 50;
    public const int LargestPageSize = 200;
    public const int LastPage = 1_000_000;

    /// <summary>The fields that every list has.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Whole("page", 1, LastPage, "Page, from 1."),
        QueryParameter.Whole("pageSize", 1, LargestPageSize, "Most items on a page; 50 where left out."),
    ];

    /// <exception cref="FieldsRejectedException">Something is not known, no number or out of range.</exception>
    public static (int Number, int Size) Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Parameters)];
        (int Number, int Size) page = Parse(query, problems);
        return problems.Count == 0 ? page : throw new FieldsRejectedException("invalid_query", problems);
    }

    /// <summary>As above, beside filters.</summary>
    public static (int Number, int Size) Parse(IQueryCollection query, List<FieldProblem> problems) =>
        (
            QueryField.Whole("page", QueryField.One(query, "page"), (1, LastPage), problems) ?? 1,
            QueryField.Whole("pageSize", QueryField.One(query, "pageSize"), (1, LargestPageSize), problems)
                ?? UsualPageSize
        );
}
