using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Tests.Errors;

public sealed class ProblemListTests
{
    [Fact]
    public void A_thousand_problems_are_shown_and_the_rest_is_counted()
    {
        ProblemList problems = new();
        for (int line = 2; line < 2_502; line++)
        {
            problems.Add(new RowProblem("stopes.csv", line, "rqd", "number", "must be at most 100 %"));
        }

        InputRejectedException rejected = Assert.Throws<InputRejectedException>(problems.ThrowIfAny);
        Assert.Equal((1_000, 2_500), (rejected.Problems.Count, rejected.Total));
        Assert.Contains("2500 problems", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_problem_is_no_exception() => new ProblemList().ThrowIfAny();

    [Theory]
    [InlineData(3, "dip", "stopes.csv, line 3, column dip: must be a number")]
    [InlineData(3, "", "stopes.csv, line 3: must be a number")]
    [InlineData(0, "", "stopes.csv: must be a number")]
    public void A_problem_says_where_it_is(int line, string column, string text) =>
        Assert.Equal(text, new RowProblem("stopes.csv", line, column, "text", "must be a number").ToString());
}
