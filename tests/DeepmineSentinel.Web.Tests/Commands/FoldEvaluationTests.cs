using System.Text.Json;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class FoldEvaluationTests(TrainedMine mine)
{
    private static readonly string[] Quick =
    [
        "evaluate-model",
        .. NarrowNetwork.Words,
        "--epochs",
        "1",
        "--folds",
        "2",
        "--skip-branches",
    ];

    [Fact]
    public async Task An_evaluation_prints_every_model_writes_both_files_and_is_answered_from_what_was_kept()
    {
        using CommandFolder folder = Folder();
        CommandResult first = await folder.CommandLine.RunAsync([
            .. Quick,
            "--json",
            "--json-file",
            Path.Combine(folder.Path, "figures.json"),
            "--html",
            Path.Combine(folder.Path, "report.html"),
        ]);
        CommandResult again = await folder.CommandLine.RunAsync(Quick);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal("stope", first.Json.GetProperty("hold_out_by").GetString());
        Assert.Equal(
            "network",
            first.Json.GetProperty("evaluation").GetProperty("models")[0].GetProperty("name").GetString()
        );
        using JsonDocument file = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(folder.Path, "figures.json"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.True(JsonElement.DeepEquals(first.Json, file.RootElement));
        Assert.Contains(
            "<svg",
            await File.ReadAllTextAsync(
                Path.Combine(folder.Path, "report.html"),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.DoesNotContain("epoch", again.Error, StringComparison.Ordinal);
        Assert.Contains("logit_series", again.Output, StringComparison.Ordinal);
        Assert.Contains("Conformal sets", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ablation_answers_in_words_and_writes_both_files()
    {
        using CommandFolder folder = Folder();
        string[] files =
        [
            "--json-file",
            Path.Combine(folder.Path, "figures.json"),
            "--html",
            Path.Combine(folder.Path, "report.html"),
        ];
        CommandResult result = await folder.CommandLine.RunAsync([
            .. Quick,
            "--ablation",
            "--ablation-windows",
            "none",
            "--ablation-missing",
            "60",
            "--ablation-stopes",
            "none",
            .. files,
        ]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Do readings help?", result.Output, StringComparison.Ordinal);
        Assert.Contains("60% of values missing", result.Output, StringComparison.Ordinal);
        Assert.All(files.Where(File.Exists), file => Assert.NotEqual(0, new FileInfo(file).Length));
        Assert.Equal(2, files.Count(File.Exists));
    }

    [Theory]
    [InlineData("needs --ablation", "--ablation-windows", "7")]
    [InlineData("takes numbers", "--ablation", "--ablation-stopes", "many")]
    [InlineData("Windows are from 2", "--ablation", "--ablation-windows", "1")]
    [InlineData("180 days", "--holdout-by", "time")]
    [InlineData("belong to one mine", "--holdout-by", "source")]
    [InlineData("folds must be from 2 to 20", "--folds", "1")]
    [InlineData("--epochs does not go with --run", "--epochs", "1", "--run", "20260101_000000_00000000")]
    [InlineData("needs --source csv", "--static", "stopes.csv")]
    public async Task What_cannot_be_evaluated_is_refused_in_a_sentence(string says, params string[] typed)
    {
        using CommandFolder folder = Folder();
        CommandResult result = await folder.CommandLine.RunAsync(["evaluate-model", .. typed]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }

    private CommandFolder Folder()
    {
        CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        return folder;
    }
}
