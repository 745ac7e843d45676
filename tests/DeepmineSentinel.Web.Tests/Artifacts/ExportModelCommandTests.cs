using System.IO.Compression;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

public sealed class ExportModelCommandTests(TrainedMine mine) : IDisposable
{
    private readonly CommandFolder folder = new();

    private string[] Exported(string name) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder.Path, name), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Path.Combine(folder.Path, name), file).Replace('\\', '/')),
        ];

    [Fact]
    public async Task A_run_is_exported_as_a_folder_whose_parents_are_made()
    {
        CommandResult result = await RunAsync("models", "export", mine.Previous, "--to", "a/b/run");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(Path.Combine(folder.Path, "a", "b", "run"), result.Output.Trim());
        string run = Path.Combine(folder.Path, "models", mine.Previous);
        foreach (string file in Directory.GetFiles(run))
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(file, Token),
                await File.ReadAllBytesAsync(Path.Combine(folder.Path, "a/b/run", Path.GetFileName(file)), Token)
            );
        }

        Assert.Contains(ArtifactFileNames.ExportReadme, Exported("a/b/run"));
        Assert.Contains(ArtifactFileNames.Report, Exported("a/b/run"));
        Assert.DoesNotContain(Exported("a/b/run"), name => name.StartsWith("data/", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "a", "b"), "*.tmp"));
    }

    [Fact]
    public async Task A_path_that_ends_in_zip_becomes_one_file_and_the_data_go_along_only_when_asked_for()
    {
        CommandResult without = await RunAsync("models", "export", mine.Previous, "--to", "x/run.zip", "--json");
        CommandResult with = await RunAsync("models", "export", mine.Previous, "--to", "x/data.zip", "--with-data");

        Assert.Equal(0, without.ExitCode + with.ExitCode);
        Assert.DoesNotContain(Names("x/run.zip"), name => name.StartsWith("data/", StringComparison.Ordinal));
        Assert.Equal(4, Names("x/data.zip").Count(name => name.StartsWith("data/", StringComparison.Ordinal)));
        Assert.Equal(Names("x/run.zip"), without.Json.GetProperty("files").EnumerateArray().Select(Text));
    }

    [Fact]
    public async Task Without_the_data_no_file_of_an_export_names_a_stope()
    {
        CommandResult exported = await RunAsync("models", "export", mine.Previous, "--to", "run");
        Assert.True(exported.ExitCode == 0, exported.Error);
        foreach (string file in Exported("run"))
        {
            string text = await File.ReadAllTextAsync(Path.Combine(folder.Path, "run", file), Token);
            Assert.DoesNotMatch("Demo [0-9]", text);
        }

        await RunAsync("models", "export", mine.Previous, "--to", "with", "--with-data");
        string stopes = await File.ReadAllTextAsync(Path.Combine(folder.Path, "with/data/stopes.csv"), Token);
        Assert.Matches("Demo [0-9]", stopes);
    }

    [Fact]
    public async Task The_same_run_gives_the_same_zip()
    {
        await RunAsync("models", "export", mine.Previous, "--to", "1.zip");
        await RunAsync("models", "export", mine.Previous, "--to", "2.zip");

        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(folder.Path, "1.zip"), Token),
            await File.ReadAllBytesAsync(Path.Combine(folder.Path, "2.zip"), Token)
        );
    }

    [Fact]
    public async Task Nothing_is_replaced_without_force_and_with_it_only_an_export()
    {
        folder.Write("taken.zip", "mine");
        Directory.CreateDirectory(Path.Combine(folder.Path, "papers"));
        folder.Write("papers/thesis.txt", "years of work");
        CommandResult file = await RunAsync("models", "export", mine.Previous, "--to", "taken.zip");
        CommandResult papers = await RunAsync("models", "export", mine.Previous, "--to", "papers", "--force");
        Assert.Equal((1, 1), (file.ExitCode, papers.ExitCode));
        Assert.Contains("[export_exists]", file.Error, StringComparison.Ordinal);
        Assert.Contains("[export_exists]", papers.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder.Path, "taken.zip"), Token));
        Assert.Equal(["thesis.txt"], Exported("papers"));

        await RunAsync("models", "export", mine.Previous, "--to", "run");
        CommandResult again = await RunAsync("models", "export", mine.Production, "--to", "run");
        CommandResult forced = await RunAsync("models", "export", mine.Production, "--to", "run", "--force");
        Assert.Equal((1, 0), (again.ExitCode, forced.ExitCode));
        string manifest = await File.ReadAllTextAsync(Path.Combine(folder.Path, "run", "manifest.json"), Token);
        Assert.Contains(mine.Production, manifest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models/x", "export_into_models")]
    [InlineData("models", "export_into_models")]
    [InlineData("models/../models/20260131_235959_0a1b2c3d", "export_into_models")]
    public async Task The_products_own_folders_take_no_export(string to, string code)
    {
        CommandResult result = await RunAsync("models", "export", mine.Previous, "--to", to, "--force");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"[{code}]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_path_the_export_goes_to_the_products_own_folder_named_by_site_purpose_network_and_date()
    {
        CommandResult result = await RunAsync("models", "export", mine.Previous);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(Path.Combine(folder.Path, "models", "exports"), Path.GetDirectoryName(result.Output.Trim()));
        Assert.Equal($"demo-mine_stope_compact_{mine.Previous}.zip", Path.GetFileName(result.Output.Trim()));
    }

    [Fact]
    public async Task A_damaged_run_is_not_exported_and_no_folder_is_left_behind()
    {
        mine.CopyTo(folder.Path);
        string metrics = Path.Combine(folder.Path, "models", mine.Previous, ArtifactFileNames.Metrics);
        await File.AppendAllTextAsync(metrics, " ", Token);
        CommandResult result = await folder.CommandLine.RunAsync(
            "models",
            "export",
            mine.Previous,
            "--to",
            "n/m/x.zip"
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("[artifact_damaged]", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "n")));
    }

    [Fact]
    public async Task An_exported_run_answers_as_the_run_does_wherever_it_lies_and_says_what_loading_saves()
    {
        await RunAsync("models", "export", mine.Previous, "--to", "elsewhere/run");
        await RunAsync("models", "export", mine.Previous, "--to", "elsewhere/run.zip");
        CommandResult run = await PredictAsync("--run", mine.Previous);
        CommandResult path = await PredictAsync("--model", "elsewhere/run/");
        CommandResult zip = await PredictAsync("--model", "elsewhere/run.zip");

        Assert.Equal(Probabilities(run), Probabilities(path));
        Assert.Equal(Probabilities(run), Probabilities(zip));
        Assert.NotEmpty(Probabilities(run));
        Assert.Contains("which loading saves", zip.Error, StringComparison.Ordinal);
        CommandResult both = await PredictAsync("--model", "elsewhere/run.zip", "--run", mine.Previous);
        Assert.Equal(2, both.ExitCode);
        CommandResult absent = await PredictAsync("--model", "elsewhere/other.zip");
        Assert.Contains("[file_not_found]", absent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_export_does_not_answer()
    {
        await RunAsync("models", "export", mine.Previous, "--to", "run");
        string weights = Path.Combine(folder.Path, "run", ArtifactFileNames.Model);
        byte[] bytes = await File.ReadAllBytesAsync(weights, Token);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(weights, bytes, Token);

        CommandResult result = await PredictAsync("--model", "run");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(ArtifactFileNames.Model, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<CommandResult> PredictAsync(params string[] arguments) =>
        RunAsync(["predict-stability", "--all", "--json", .. arguments]);

    private Task<CommandResult> RunAsync(params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(folder.Path, "models")))
        {
            mine.CopyTo(folder.Path);
        }

        return folder.CommandLine.RunAsync(arguments);
    }

    private static string? Text(JsonElement element) => element.GetString();

    private static double[] Probabilities(CommandResult result) =>
        [
            .. result
                .Json.EnumerateArray()
                .SelectMany(answer => answer.GetProperty("forecast").EnumerateArray())
                .Select(horizon => horizon.GetProperty("probability").GetDouble()),
        ];

    private string[] Names(string zip)
    {
        using ZipArchive archive = ZipFile.OpenRead(Path.Combine(folder.Path, zip));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
