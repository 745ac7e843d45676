using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class GridSearchCommandTests(TrainedMine mine)
{
    private const string Grid = """
        {"static_layers": [[8]], "recurrent_layers": [[4]], "fusion_layers": [[8]], "learning_rate": [0.01, 0.001]}
        """;

    [Fact]
    public async Task A_search_leaves_one_run_and_is_then_answered_from_the_cache()
    {
        using CommandFolder folder = Folder();
        int before = Runs(folder).Length;

        CommandResult first = await SearchAsync(folder, "--experiment", "first try");
        CommandResult again = await SearchAsync(folder, "--experiment", "other label", "--parallel", "1");
        CommandResult models = await folder.CommandLine.RunAsync("models", "list", "--json");

        Assert.True(first.ExitCode == 0, first.Error);
        JsonElement search = first.Json.GetProperty("search");
        Assert.Equal(2, search.GetProperty("trained").GetInt32());
        Assert.Equal("first try", search.GetProperty("experiment").GetString());
        Assert.Equal("validation_loss", search.GetProperty("selection_metric").GetString());
        JsonElement best = search.GetProperty("results")[0];
        Assert.Equal(
            best.GetProperty("validation_loss").GetDouble(),
            first.Json.GetProperty("tuned_model").GetProperty("best_score").GetDouble()
        );
        Assert.Equal(8, first.Json.GetProperty("best_config").GetProperty("static_layers")[0].GetInt32());
        Assert.Contains("trial 2/2", first.Error, StringComparison.Ordinal);

        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(0, again.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.Equal(RunOf(first), RunOf(again));
        Assert.Equal(before + 1, Runs(folder).Length);
        JsonElement row = models
            .Json.EnumerateArray()
            .Single(row => row.GetProperty("runId").GetString() == RunOf(first));
        Assert.Contains("experiment first try", row.GetProperty("notes").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_grid_trains_only_what_is_new_and_a_configuration_is_a_search_of_one()
    {
        using CommandFolder folder = Folder();
        CommandResult first = await SearchAsync(folder);
        folder.Write("grid.json", Grid.Replace("0.001]", "0.001, 0.003]", StringComparison.Ordinal));
        CommandResult larger = await SearchAsync(folder);
        folder.Write("best.json", first.Json.GetProperty("best_config").GetRawText());
        CommandResult one = await RunAsync(folder, "--config", "best.json");

        Assert.Equal(1, larger.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.True(one.ExitCode == 0, one.Error);
        Assert.Equal(0, one.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.Equal(RunOf(first), RunOf(one));
    }

    [Theory]
    [InlineData("metrics.json")]
    [InlineData("manifest.json")]
    [InlineData("enhanced_dual_branch_model.safetensors")]
    [InlineData(null)]
    public async Task A_best_run_that_is_not_whole_is_made_again_from_its_trial(string? damaged)
    {
        using CommandFolder folder = Folder();
        CommandResult first = await SearchAsync(folder);
        string run = Path.Combine(folder.Path, "models", RunOf(first));
        if (damaged is null)
        {
            Directory.Delete(run, recursive: true);
        }
        else
        {
            byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(run, damaged), Token);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(Path.Combine(run, damaged), bytes, Token);
        }

        CommandResult again = await SearchAsync(folder);
        CommandResult verified = await folder.CommandLine.RunAsync("models", "verify", RunOf(again));

        Assert.True(again.ExitCode == 0, again.Error);
        Assert.NotEqual(RunOf(first), RunOf(again));
        Assert.Equal(0, verified.ExitCode);
        Assert.Equal(
            first.Json.GetProperty("tuned_model").GetRawText(),
            again.Json.GetProperty("tuned_model").GetRawText()
        );
    }

    [Fact]
    public async Task A_lost_trial_is_trained_again_and_a_reset_trains_all()
    {
        using CommandFolder folder = Folder();
        CommandResult first = await SearchAsync(folder);
        string trials = Assert.Single(
            Directory.GetFiles(
                Path.Combine(folder.Path, "models", "experiments"),
                "trials.jsonl",
                SearchOption.AllDirectories
            )
        );
        string[] lines = await File.ReadAllLinesAsync(trials, Token);
        await File.WriteAllTextAsync(trials, lines[0] + "\n" + lines[1][..40], Token);

        CommandResult torn = await SearchAsync(folder);
        CommandResult reset = await SearchAsync(folder, "--reset-experiment");

        Assert.Equal(1, torn.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.Equal(2, reset.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.Equal(
            first.Json.GetProperty("tuned_model").GetRawText(),
            reset.Json.GetProperty("tuned_model").GetRawText()
        );
        Assert.NotEqual(RunOf(first), RunOf(reset));
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130_and_the_same_command_goes_on()
    {
        using CommandFolder folder = Folder();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using StopAtTrial error = new(stop);

        CommandResult stopped = await folder.CommandLine.RunAsync(
            new CommandStart([.. Arguments("--grid", "grid.json"), "--parallel", "1"], null, error),
            stop.Token
        );
        int runs = Runs(folder).Length;
        CommandResult rest = await SearchAsync(folder);

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("goes on", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(1, rest.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.Equal(runs + 1, Runs(folder).Length);
    }

    [Theory]
    [InlineData("""{"learning_rat": [0.1]}""", "learning_rate", "grid_unusable")]
    [InlineData("""{"epochs": []}""", "no values", "grid_unusable")]
    [InlineData("""not json""", "JSON", "grid_not_json")]
    [InlineData("""{"epochs": [1], "batch_size": [32]}""", "--epochs", "give it once")]
    public async Task A_grid_that_cannot_be_used_ends_with_2_and_changes_nothing(string grid, string word, string code)
    {
        using CommandFolder folder = Folder();
        folder.Write("grid.json", grid);

        CommandResult result = await SearchAsync(folder);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(word, result.Error, StringComparison.Ordinal);
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "models", "experiments")));
    }

    [Fact]
    public async Task Grid_and_configuration_together_are_wrong_use()
    {
        using CommandFolder folder = Folder();
        folder.Write("config.json", "{}");
        CommandResult both = await RunAsync(folder, "--grid", "grid.json", "--config", "config.json");
        CommandResult many = await RunAsync(folder, "--grid", "grid.json", "--parallel", "99");
        CommandResult none = await RunAsync(folder, "--grid", "nowhere.json");

        Assert.Equal([2, 2, 2], [both.ExitCode, many.ExitCode, none.ExitCode]);
        Assert.Contains("--config", both.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.json", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grid_without_end_is_refused_before_it_is_read_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads a device of Linux.");
        using CommandFolder folder = Folder();

        CommandResult result = await RunAsync(folder, "--grid", "/dev/zero");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("[grid_too_large]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_before_anything_is_trained()
    {
        using CommandFolder folder = Folder();
        int before = Runs(folder).Length;
        folder.Write(Path.Combine("models", "experiments"), "in the way");

        CommandResult result = await SearchAsync(folder);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("experiment_store_unavailable", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Runs(folder).Length);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CommandFolder Folder()
    {
        CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        folder.Write("grid.json", Grid);
        return folder;
    }

    private static Task<CommandResult> SearchAsync(CommandFolder folder, params string[] more) =>
        RunAsync(folder, ["--grid", "grid.json", .. more]);

    private static Task<CommandResult> RunAsync(CommandFolder folder, params string[] more) =>
        folder.CommandLine.RunAsync(Arguments(more));

    private static string[] Arguments(params string[] more) =>
        more.Contains("--config")
            ? ["grid-search", "--promote", "never", "--json", .. more]
            :
            [
                "grid-search",
                "--network",
                "compact",
                "--epochs",
                "1",
                "--batch-size",
                "256",
                "--promote",
                "never",
                "--json",
                .. more,
            ];

    private static string RunOf(CommandResult result) => result.Json.GetProperty("run_id").GetString()!;

    private static string[] Runs(CommandFolder folder) =>
        [
            .. Directory
                .GetDirectories(Path.Combine(folder.Path, "models"))
                .Where(path => RunId.TryParse(Path.GetFileName(path), out _)),
        ];

    private sealed class StopAtTrial(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith("trial 1/", StringComparison.Ordinal) == true)
            {
                stop.Cancel();
            }
        }
    }
}
