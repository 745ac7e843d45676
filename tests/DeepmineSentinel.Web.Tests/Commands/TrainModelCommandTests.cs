using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

public sealed class TrainModelCommandTests(TrainedMine mine)
{
    [Fact]
    public async Task Training_from_csv_ends_with_a_registered_run_beside_the_baselines()
    {
        using CommandFolder folder = new();
        string stopes = SharedData.ReferenceMine("stope_static_features.csv");
        string readings = SharedData.ReferenceMine("stope_timeseries.csv");

        CommandResult trained = await folder.CommandLine.RunAsync([
            "train-model",
            "--source",
            "csv",
            "--static",
            stopes,
            "--timeseries",
            readings,
            .. NarrowNetwork.Words,
            "--epochs",
            "2",
        ]);
        CommandResult models = await folder.CommandLine.RunAsync("models", "list", "--json");
        CommandResult verified = await folder.CommandLine.RunAsync("models", "verify");

        Assert.True(trained.ExitCode == 0, trained.Error);
        foreach (string model in new[] { "network", "majority", "physics_rule", "logit_statics" })
        {
            Assert.Contains(model, trained.Output, StringComparison.Ordinal);
        }

        Assert.Contains("epoch 2/2", trained.Error, StringComparison.Ordinal);
        Assert.Equal(1, models.Json.GetArrayLength());
        Assert.Equal(0, verified.ExitCode);
    }

    [Fact]
    public async Task The_json_result_has_the_promised_keys()
    {
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);

        CommandResult shown = await folder.CommandLine.RunAsync([
            "train-model",
            .. NarrowNetwork.Words,
            "--epochs",
            "1",
            "--promote",
            "never",
            "--json",
        ]);

        Assert.True(shown.ExitCode == 0, shown.Error);
        foreach (
            string key in new[]
            {
                "run_id",
                "model_type",
                "network",
                "model_path",
                "artifacts_path",
                "preprocessing_path",
                "metrics",
                "task_type",
                "data_type",
                "feature_count",
                "selected_feature_count",
                "confusion_matrix",
                "feature_importance",
                "best_model_name",
                "trained_models",
                "evaluation_results",
                "tuned_model",
                "best_config",
                "selected_features",
            }
        )
        {
            Assert.True(shown.Json.TryGetProperty(key, out _), $"{key} is missing");
        }
    }

    [Fact]
    public async Task Ctrl_C_stops_training_with_130_and_the_row_says_cancelled()
    {
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        await using StopAtEpoch error = new(stop);

        CommandResult result = await folder.CommandLine.RunAsync(
            new CommandStart(
                ["train-model", .. NarrowNetwork.Words, "--epochs", "500", "--patience", "500"],
                null,
                error
            ),
            stop.Token
        );

        Assert.Equal(130, result.ExitCode);
        CommandResult models = await folder.CommandLine.RunAsync("models", "list", "--json");
        Assert.Equal(2, models.Json.GetArrayLength());
        string interrupted = Assert.Single(
            Directory.GetDirectories(Path.Combine(folder.Path, "models"), "2*"),
            run => !File.Exists(Path.Combine(run, "manifest.json"))
        );
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(interrupted, "checkpoints")));
    }

    [Fact]
    public async Task An_empty_database_is_told_what_to_do()
    {
        using CommandFolder folder = new();

        CommandResult result = await folder.CommandLine.RunAsync("train-model", "--epochs", "1");

        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mine_without_labels_and_one_with_too_few_are_told_what_to_do()
    {
        using CommandFolder folder = new();
        StringBuilder stopes = new("stope_name,rqd,hr,depth,dip,direction,undercut_wdt,rock_type,support_type,");
        stopes.Append("support_density,support_installed,stability\n");
        for (int stope = 0; stope < 12; stope++)
        {
            string label = stope == 0 ? "0" : "1";
            stopes.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"S{stope},{70 + stope},5,300,60,North,4,Granite,None,0,0,{label}\n"
            );
        }

        folder.Write("few.csv", stopes.ToString());
        folder.Write(
            "none.csv",
            stopes
                .ToString()
                .Replace(",stability", "", StringComparison.Ordinal)
                .Replace(",1\n", "\n", StringComparison.Ordinal)
                .Replace(",0,0,0\n", ",0,0\n", StringComparison.Ordinal)
        );

        CommandResult few = await TrainAsync(folder, "few.csv");
        CommandResult none = await TrainAsync(folder, "none.csv");

        Assert.Equal(2, few.ExitCode);
        Assert.Contains("3", few.Error, StringComparison.Ordinal);
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("label", none.Error, StringComparison.OrdinalIgnoreCase);
        string[] folders = Directory.GetDirectories(Path.Combine(folder.Path, "models"));
        Assert.DoesNotContain(folders, path => RunId.TryParse(Path.GetFileName(path), out _));
    }

    private static Task<CommandResult> TrainAsync(CommandFolder folder, string stopes) =>
        folder.CommandLine.RunAsync([
            "train-model",
            "--source",
            "csv",
            "--static",
            stopes,
            .. NarrowNetwork.Words,
            "--epochs",
            "1",
        ]);

    private sealed class StopAtEpoch(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains("epoch 2/", StringComparison.Ordinal) == true)
            {
                stop.Cancel();
            }
        }
    }
}
