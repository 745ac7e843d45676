using DeepmineSentinel.Web.Commands;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class LoadOrRetrainTests(TrainedMine mine)
{
    private static readonly string[] Quick =
    [
        "train-model",
        .. NarrowNetwork.Words,
        "--epochs",
        "1",
        "--promote",
        "never",
    ];

    [Theory]
    [InlineData("load", 0)]
    [InlineData("l", 0)]
    [InlineData(" YES \t", 0)]
    [InlineData("Y", 0)]
    [InlineData("retrain", 1)]
    [InlineData("  R", 1)]
    [InlineData("No", 1)]
    [InlineData("n ", 1)]
    [InlineData("", null)]
    [InlineData("loa", null)]
    [InlineData("ja", null)]
    [InlineData("load retrain", null)]
    public void A_word_means_one_thing_in_any_case_and_with_any_blanks(string typed, int? choice) =>
        Assert.Equal((ModelChoice?)choice, LoadOrRetrain.Read(typed));

    [Theory]
    [InlineData("yes\n", true)]
    [InlineData("maybe\n\n LOAD \n", true)]
    [InlineData("what?\nno\n", false)]
    public async Task At_a_terminal_it_asks_until_there_is_an_answer(string typed, bool loads)
    {
        using CommandFolder folder = Trained();

        CommandResult result = await RunAsync(folder, typed, Quick);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(typed.Count(letter => letter == '\n'), Count(result.Error, "Load it instead of training?"));
        Assert.Equal(typed.Count(letter => letter == '\n') - 1, Count(result.Error, "Answer load"));
        Assert.Equal(loads, !result.Error.Contains("epoch 1/1", StringComparison.Ordinal));
        Assert.Equal(loads, result.Output.Contains("of training", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hm\n")]
    public async Task Input_that_ends_without_an_answer_trains_nothing(string typed)
    {
        using CommandFolder folder = Trained();

        CommandResult result = await RunAsync(folder, typed, Quick);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--retrain", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("epoch", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "--no-input")]
    [InlineData(true, "--retrain")]
    public async Task Without_a_terminal_or_with_an_answer_given_it_never_asks(bool terminal, string option)
    {
        using CommandFolder folder = Trained();

        CommandResult result = await RunAsync(
            folder,
            terminal ? "load\n" : null,
            [.. Quick, .. option.Length > 0 ? new[] { option } : []]
        );

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("Load it", result.Error, StringComparison.Ordinal);
        Assert.Contains("epoch 1/1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_says_how_long_training_it_saved()
    {
        using CommandFolder folder = Trained();

        CommandResult text = await folder.CommandLine.RunAsync("train-model", "--load");
        CommandResult json = await folder.CommandLine.RunAsync("train-model", "--load", "--json");

        Assert.True(text.ExitCode == 0, text.Error);
        Assert.Contains($"Run {mine.Production} is loaded", text.Output, StringComparison.Ordinal);
        Assert.Contains("saved", text.Output, StringComparison.Ordinal);
        Assert.Equal(mine.Production, json.Json.GetProperty("runId").GetString());
        Assert.True(json.Json.GetProperty("trainingSecondsSaved").GetDouble() > 0);
        Assert.True(json.Json.GetProperty("loadSeconds").GetDouble() > 0);
    }

    [Fact]
    public async Task A_model_that_cannot_be_loaded_is_not_said_to_be()
    {
        using CommandFolder folder = Trained();
        string weights = Path.Combine(folder.Path, "models", mine.Production, "enhanced_dual_branch_model.safetensors");
        byte[] bytes = File.ReadAllBytes(weights);
        bytes[^5] ^= 4;
        File.WriteAllBytes(weights, bytes);

        CommandResult result = await folder.CommandLine.RunAsync("train-model", "--load");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("artifact_damaged", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Without_any_model_it_trains_unasked_and_has_nothing_to_load()
    {
        using CommandFolder folder = new();

        CommandResult load = await folder.CommandLine.RunAsync("train-model", "--load");

        Assert.Equal(2, load.ExitCode);
        Assert.Contains("no model to load", load.Error, StringComparison.Ordinal);
    }

    private CommandFolder Trained()
    {
        CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        return folder;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static Task<CommandResult> RunAsync(CommandFolder folder, string? typed, string[] arguments) =>
        folder.CommandLine.RunAsync(new CommandStart(arguments, typed), TestContext.Current.CancellationToken);
}
