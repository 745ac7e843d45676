namespace DeepmineSentinel.Core.Errors;

/// <summary>Input that was read to its end and found wanting; nothing was written.</summary>
public sealed class InputRejectedException : SentinelException
{
    /// <summary>The most problems that are kept; the rest is only counted.</summary>
    public const int MostShown = 1_000;

    /// <summary>Creates the exception.</summary>
    /// <param name="problems">The problems to show, at most <see cref="MostShown"/>.</param>
    /// <param name="total">How many problems there are in all.</param>
    public InputRejectedException(IReadOnlyList<RowProblem> problems, int total)
        : base(FailureKind.InvalidInput, "input_rejected", Describe(problems, total))
    {
        Problems = problems;
        Total = total;
    }

    /// <summary>The problems, in the order of the file.</summary>
    public IReadOnlyList<RowProblem> Problems { get; }

    /// <summary>How many problems there are in all, shown or not.</summary>
    public int Total { get; }

    private static string Describe(IReadOnlyList<RowProblem> problems, int total) =>
        total == 1 ? problems[0].ToString() : $"{total} problems were found; the first: {problems[0]}";
}
