using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api;

/// <summary>Which page of a list without filters is asked for.</summary>
internal static class PageQuery
{
    public const int UsualPageSize = 50;
    public const int LargestPageSize = 200;
    public const int LastPage = 1_000_000;
    private static readonly string[] Known = ["page", "pageSize"];

    /// <exception cref="FieldsRejectedException">Something is not known, no number or out of range.</exception>
    public static (int Number, int Size) Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Known)];
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
