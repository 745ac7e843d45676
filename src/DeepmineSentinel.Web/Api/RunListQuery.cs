using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Api;

/// <summary>Which runs of the list are asked for.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Most on a page.</param>
/// <param name="Status">Only these; null: all.</param>
internal sealed record RunListQuery(int Page, int PageSize, TrainingRunState? Status)
{
    private const int UsualPageSize = 50;
    private const int LargestPageSize = 200;
    private const int LastPage = 1_000_000;

    /// <exception cref="FieldsRejectedException">Something is no number, out of range or no status.</exception>
    public static RunListQuery Parse(string? page, string? pageSize, string? status)
    {
        List<FieldProblem> problems = [];
        int number = QueryField.Whole("page", page, (1, LastPage), problems) ?? 1;
        int size = QueryField.Whole("pageSize", pageSize, (1, LargestPageSize), problems) ?? UsualPageSize;
        TrainingRunState? state = QueryField.Word("status", status, Enum.GetValues<TrainingRunState>(), problems);
        return problems.Count == 0
            ? new RunListQuery(number, size, state)
            : throw new FieldsRejectedException("invalid_query", problems);
    }
}
