using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;

namespace DeepmineSentinel.Web.Api;

/// <summary>Which runs of the list are asked for.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Most on a page.</param>
/// <param name="Status">Only these; null: all.</param>
internal sealed record RunListQuery(int Page, int PageSize, TrainingRunState? Status)
{
    /// <summary>The fields of the address.</summary>
    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [.. PageQuery.Parameters, QueryParameter.Word<TrainingRunState>("status", "Only runs in this state.")];

    /// <exception cref="FieldsRejectedException">Something is not known, no number, out of range or no status.</exception>
    public static RunListQuery Parse(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, Parameters)];
        (int number, int size) = PageQuery.Parse(query, problems);
        string? status = QueryField.One(query, "status");
        TrainingRunState? state = QueryField.Word("status", status, Enum.GetValues<TrainingRunState>(), problems);
        return problems.Count == 0
            ? new RunListQuery(number, size, state)
            : throw new FieldsRejectedException("invalid_query", problems);
    }
}
