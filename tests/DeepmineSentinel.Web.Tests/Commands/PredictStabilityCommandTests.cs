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
    public async Task An_ensembles_spread_is_in_the_details_the_json_and_the_csv()
    {
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        CommandResult trained = await folder.CommandLine.RunAsync([
            "train-model",
            .. NarrowNetwork.Words,
            .. "--epochs 1 --batch-size 256 --ensemble 2 --promote never --json".Split(' '),
        ]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        string run = trained.Json.GetProperty("run_id").GetString()!;

        CommandResult shown = await PredictAllAsync(folder, "--run", run, "--detailed");
        CommandResult json = await PredictAllAsync(folder, "--run", run, "--json", "--export", "spread.csv");
        CommandResult single = await PredictAllAsync(folder, "--export", "single.csv", "--detailed");

        Assert.Contains("range over 2 networks", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("range over", single.Output, StringComparison.Ordinal);
        int answered = json.Json.EnumerateArray().Count(answer => answer.GetProperty("forecast").GetArrayLength() > 0);
        int intervals = json
            .Json.EnumerateArray()
            .Count(answer =>
                answer.GetProperty("forecast").EnumerateArray().Any()
                && answer
                    .GetProperty("forecast")
                    .EnumerateArray()
                    .All(step => step.GetProperty("interval").GetProperty("lower").GetDouble() >= 0)
            );
        Assert.True(answered > 0);
        Assert.Equal(answered, intervals);
        Assert.Equal(answered, WithInterval(folder, "spread.csv"));
        Assert.Equal(0, WithInterval(folder, "single.csv"));
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

    private static Task<CommandResult> PredictAllAsync(CommandFolder folder, params string[] more) =>
        folder.CommandLine.RunAsync(["predict-stability", "--all", .. more]);

    private static int WithInterval(CommandFolder folder, string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder.Path, name));
        int end = Array.IndexOf(lines[0].Split(','), "p_30d_high");
        Assert.True(end > 0);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(c => c == ','), line.Count(c => c == ',')));
        return lines.Skip(1).Count(line => line.Split(',')[end].Length > 0);
    }
}
