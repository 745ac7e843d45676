using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Commands;
using DeepmineSentinel.Web.Composition;
using DeepmineSentinel.Web.Tests.Running;
using Microsoft.Extensions.Configuration;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("train-modle", "train-model")]
    [InlineData("predict-stabilty", "predict-stability")]
    [InlineData("chek-health", "check-health")]
    public async Task A_mistyped_command_exits_with_2_and_names_the_nearest(string typed, string meant)
    {
        using CommandFolder folder = new();

        CommandResult result = await folder.CommandLine.RunAsync(typed);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"Did you mean {meant}?", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_mistyped_option_exits_with_2_and_names_the_nearest()
    {
        using CommandFolder folder = new();

        CommandResult result = await folder.CommandLine.RunAsync("train-model", "--epoch", "3");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Did you mean --epochs?", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import-data", "stpes", "x.csv")]
    [InlineData("train-model", "--network", "huge")]
    [InlineData("train-model", "--epochs", "many")]
    [InlineData("train-model", "--epochs", "0")]
    [InlineData("train-model", "--learning-rate", "NaN")]
    [InlineData("train-model", "--validation-split", "0.9")]
    [InlineData("train-model", "--source", "csv")]
    [InlineData("train-model", "--static", "stopes.csv")]
    [InlineData("train-model", "--source", "csv", "--static", "missing.csv")]
    [InlineData("train-model", "--resume", "20260131_235959_0a1b2c3d")]
    [InlineData("train-model", "--from", "20260131_235959_0a1b2c3d")]
    [InlineData("train-model", "--load", "--retrain")]
    [InlineData("train-model", "--load")]
    [InlineData("predict-stability")]
    [InlineData("predict-stability", "Nobody")]
    [InlineData("predict-stability", "--all", "--threshold", "2")]
    [InlineData("predict-stability", "--all", "--as-of", "soon")]
    [InlineData("predict-stability", "--all", "--as-of", "2999-01-01")]
    [InlineData("predict-stability", "--all", "--run", "../../etc/passwd")]
    [InlineData("models", "show", "20260131_235959_0a1b2c3d")]
    [InlineData("models", "promote", "latest")]
    [InlineData("generate-data")]
    [InlineData("generate-data", "--stopes", "0", "--output", "x")]
    [InlineData("import-data", "stopes", "missing.csv")]
    [InlineData("database")]
    public async Task Wrong_use_exits_with_2_says_why_and_shows_no_stack_trace(params string[] args)
    {
        using CommandFolder folder = new();

        CommandResult result = await folder.CommandLine.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task A_setting_out_of_range_exits_with_2_and_is_named()
    {
        using CommandFolder folder = new();
        Dictionary<string, string?> settings = folder.Settings;
        settings["Predictions:StaleAfter"] = "00:00:01";

        CommandResult result = await new TestCommandLine(settings).RunAsync("check-health");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("StaleAfter", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_does_not_exist_exits_with_2_and_is_named()
    {
        using CommandFolder folder = new();
        Dictionary<string, string?> settings = folder.Settings;
        settings["Predictions:StaleAftr"] = "3.00:00:00";

        CommandResult result = await new TestCommandLine(settings).RunAsync("check-health");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("StaleAftr", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData("0.5", "0.4", "0.3", "0.2", "0.1")]
    [InlineData("0.1", "0.2", "0.3", "0.4", "NaN")]
    public async Task Cut_points_that_do_not_rise_exit_with_2_and_are_named(params string[] points)
    {
        using CommandFolder folder = new();
        Dictionary<string, string?> settings = folder.Settings;
        for (int index = 0; index < points.Length; index++)
        {
            settings[$"Predictions:CutPoints:{index}"] = points[index];
        }

        CommandResult result = await new TestCommandLine(settings).RunAsync("check-health");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CutPoints needs five rising", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("http://127.0.0.1:99999")]
    public void An_address_that_cannot_be_listened_on_is_refused_in_words(string address)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", address)]).Build();

        SentinelException refusal = Assert.Throws<SentinelException>(() => ListenAddresses.Check(configuration));

        Assert.Equal(("invalid_url", FailureKind.InvalidInput), (refusal.Code, refusal.Kind));
    }

    [Theory]
    [InlineData("--urls=http://localhost:5081", false)]
    [InlineData("--help", true)]
    [InlineData("models", true)]
    public void Options_alone_start_the_site_and_words_are_commands(string first, bool command) =>
        Assert.Equal(command, CommandHost.IsCommand([first]));

    [Fact]
    public async Task Help_tells_every_option_of_training_with_its_default()
    {
        using CommandFolder folder = new();

        CommandResult result = await folder.CommandLine.RunAsync("train-model", "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[default: 100]", result.Output, StringComparison.Ordinal);
        foreach (string option in new[] { "--epochs", "--patience", "--standing-until", "--promote", "--json" })
        {
            Assert.Contains(option, result.Output, StringComparison.Ordinal);
        }
    }
}
