using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class EvaluateModelCommandTests
{
    private const string Header = "location,q_prime,A,B,C,hr,state,surface\n";

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using CommandFolder folder = new();
        CommandResult result = await folder.CommandLine.RunAsync("evaluate-model", "--case-histories", "none.csv");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("[file_not_found]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_cases_says_so()
    {
        using CommandFolder folder = new();
        CommandResult result = await folder.CommandLine.RunAsync("evaluate-model", "--case-histories", "database");
        Assert.Contains("[too_few_cases]", result.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Theory]
    [InlineData("Here,10,1,0.5,4,5,stable,Back\n", "[one_class]")]
    [InlineData(
        "Here,10,1,0.5,4,5,stable,Back\nHere,9,1,0.5,4,9,unstable,Back\nHere,1,1,0.5,4,9,failure,HW\n",
        "[too_few_cases]"
    )]
    [InlineData("Here,10,1,0.5,4,-5,stable,Back\n", "line 2, column hr")]
    [InlineData("Here,10,1,0.5,4,5,caved,Back\n", "line 2, column state")]
    public async Task Cases_that_nothing_can_be_learnt_from_are_refused_in_a_sentence(string rows, string expected)
    {
        using CommandFolder folder = new();
        folder.Write("cases.csv", Header + rows);
        CommandResult result = await folder.CommandLine.RunAsync("evaluate-model", "--case-histories", "cases.csv");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}
