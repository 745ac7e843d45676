using System.Globalization;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.ViewModels;

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
        int number = Whole("page", page, (1, LastPage), problems) ?? 1;
        int size = Whole("pageSize", pageSize, (1, LargestPageSize), problems) ?? UsualPageSize;
        TrainingRunState? state = Words.Parse<TrainingRunState>(status);
        if (status is not null && state is null)
        {
            problems.Add(
                new FieldProblem(
                    "status",
                    $"must be one of {string.Join(", ", Enum.GetValues<TrainingRunState>().Select(Words.Key))}"
                )
            );
        }

        return problems.Count == 0
            ? new RunListQuery(number, size, state)
            : throw new FieldsRejectedException("invalid_query", problems);
    }

    private static int? Whole(string name, string? text, (int From, int To) range, List<FieldProblem> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= range.From
            && number <= range.To
        )
        {
            return number;
        }

        problems.Add(new FieldProblem(name, $"must be a whole number from {range.From} to {range.To}"));
        return null;
    }
}
