using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Errors;

/// <summary>A record that was looked at whole and found wanting, field by field; nothing was done.</summary>
/// <param name="code">A stable code in snake_case.</param>
/// <param name="problems">Every problem; not empty.</param>
public sealed class FieldsRejectedException(string code, IReadOnlyList<FieldProblem> problems)
    : SentinelException(
        FailureKind.InvalidInput,
        code,
        string.Join("; ", problems.Select(problem => $"{problem.Field} {problem.Reason}")) + "."
    )
{
    /// <summary>Every problem.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}
