using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class PredictStabilityCommandTests(TrainedMine mine)
{
    [Fact]
    public async Task All_stopes_are_predicted_as_one_json_document_and_as_csv()
    {
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);

        CommandResult result = await folder.CommandLine.RunAsync(
            "predict-stability",
            "--all",
            "--json",
            "--export",
            "answers.csv"
        );

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(60, result.Json.GetArrayLength());
        Assert.Equal(mine.Production, result.Json[0].GetProperty("runId").GetString());
        Assert.Equal(61, File.ReadAllLines(Path.Combine(folder.Path, "answers.csv")).Length);
        Assert.DoesNotContain("NaN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_run_answers_instead_of_the_serving_one()
    {
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);

        CommandResult run = await folder.CommandLine.RunAsync(
            "predict-stability",
            "--all",
            "--run",
            mine.Previous,
            "--json"
        );
        CommandResult path = await folder.CommandLine.RunAsync(
            "predict-stability",
            "--all",
            "--model",
            $"models/{mine.Previous}/",
            "--json"
        );

        Assert.Equal(mine.Previous, run.Json[0].GetProperty("runId").GetString());
        Assert.Equal(mine.Previous, path.Json[0].GetProperty("runId").GetString());
    }

    [Fact]
    public async Task Without_a_model_the_rule_answers_marked_fallback_and_nothing_is_queued()
    {
        using CommandFolder folder = new();
        await folder.CommandLine.RunAsync("demo", "seed");

        CommandResult result = await folder.CommandLine.RunAsync("predict-stability", "--all", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("\"class\": \"stable\"", result.Output, StringComparison.Ordinal);
        Assert.All(
            result.Json.EnumerateArray(),
            answer => Assert.Equal("fallback", answer.GetProperty("mode").GetString())
        );
    }
}
