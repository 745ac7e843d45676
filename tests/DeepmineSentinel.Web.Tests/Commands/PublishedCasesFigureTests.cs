using System.Text.Json;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

/// <summary>The figures of docs/evidence.md on the 316 published cases: minutes, hence only where SENTINEL_LONG_TESTS=1 asks for it.</summary>
public sealed class PublishedCasesFigureTests
{
    [Fact]
    public async Task What_the_product_uses_holds_its_figures_on_sources_that_it_has_not_seen()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1",
            "Trains hundreds of small networks: set SENTINEL_LONG_TESTS=1."
        );
        string file = SharedData.CaseHistories();
        using CommandFolder folder = new();
        CommandResult result = await folder.CommandLine.RunAsync("evaluate-model", "--case-histories", file, "--json");
        Assert.Equal(0, result.ExitCode);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement evaluation = document.RootElement.GetProperty("evaluation");
        JsonElement source = Product(evaluation.GetProperty("source"));
        Assert.True(source.GetProperty("difference").GetProperty("lower").GetDouble() <= 0);
        Assert.InRange(source.GetProperty("logLoss").GetDouble(), 0, 0.678);
        JsonElement weighed = source.GetProperty("weighed");
        Assert.Equal(63, weighed.GetProperty("failures").GetInt32());
        Assert.InRange(weighed.GetProperty("failuresCalledStable").GetInt32(), 0, 3);
        Assert.InRange(weighed.GetProperty("balancedAccuracy").GetDouble(), 0.65, 1);
        Assert.InRange(Product(evaluation.GetProperty("random")).GetProperty("logLoss").GetDouble(), 0, 0.58);
    }

    private static JsonElement Product(JsonElement comparison) =>
        comparison
            .GetProperty("candidates")
            .EnumerateArray()
            .Single(candidate => candidate.GetProperty("name").GetString() == "monotone_ensemble");
}
