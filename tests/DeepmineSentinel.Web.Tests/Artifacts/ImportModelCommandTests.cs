using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

public sealed class ImportModelCommandTests(TrainedMine mine) : IDisposable
{
    private readonly CommandFolder folder = new();
    private readonly ExportedRuns exports = new(mine);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_from_elsewhere_is_a_whole_candidate_here_and_its_data_come_along()
    {
        string zip = await exports.ExportAsync(mine.Previous, "--with-data");

        CommandResult imported = await folder.CommandLine.RunAsync("models", "import", zip, "--json");
        CommandResult verified = await folder.CommandLine.RunAsync("models", "verify", mine.Previous);

        Assert.True(imported.ExitCode == 0, imported.Error);
        Assert.Equal("imported", imported.Json.GetProperty("outcome").GetString());
        Assert.Equal("candidate", imported.Json.GetProperty("state").GetString());
        Assert.Equal(0, verified.ExitCode);
        string data = Assert.Single(Directory.GetDirectories(Models("data")));
        Assert.Equal(4, Directory.GetFiles(data).Length);
        Assert.Contains(Path.GetFileName(data), await ManifestAsync(mine.Previous), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_imported_run_answers_as_the_run_did_where_it_was_trained()
    {
        string zip = await exports.ExportAsync(mine.Previous);
        using CommandFolder home = new();
        mine.CopyTo(home.Path);
        CommandResult there = await home.CommandLine.RunAsync(
            "predict-stability",
            "--all",
            "--json",
            "--run",
            mine.Previous
        );
        mine.CopyTo(folder.Path);
        Directory.Delete(Models(), recursive: true);
        await folder.CommandLine.RunAsync("models", "import", zip);

        CommandResult here = await folder.CommandLine.RunAsync(
            "predict-stability",
            "--all",
            "--json",
            "--run",
            mine.Previous
        );

        Assert.NotEmpty(Probabilities(there));
        Assert.Equal(Probabilities(there), Probabilities(here));
    }

    [Fact]
    public async Task The_same_run_again_is_recognised_and_changes_nothing()
    {
        string zip = await exports.ExportAsync(mine.Previous);
        await folder.CommandLine.RunAsync("models", "import", zip);
        string[] before = Tree();

        CommandResult again = await folder.CommandLine.RunAsync("models", "import", zip, "--json");

        Assert.Equal((0, "already_here"), (again.ExitCode, again.Json.GetProperty("outcome").GetString()));
        Assert.Equal(before, Tree());
    }

    [Fact]
    public async Task Another_run_of_the_same_id_is_refused()
    {
        await folder.CommandLine.RunAsync("models", "import", await exports.ExportAsync(mine.Previous));
        string forged = await exports.ForgeAsync(
            mine.Previous,
            (name, bytes) => name == ArtifactFileNames.TrainingLog ? [.. bytes, (byte)'\n'] : bytes
        );
        await RefusedAsync(forged, "run_exists", exitCode: 1);
    }

    [Fact]
    public async Task Weights_that_do_not_answer_as_they_did_are_refused_by_the_probe()
    {
        string forged = await exports.ForgeAsync(
            mine.Previous,
            (name, bytes) =>
            {
                if (name == ArtifactFileNames.Model)
                {
                    // The highest bits of the last weights, so that they stay numbers but are others.
                    for (int at = bytes.Length - 1; at > bytes.Length - 200; at -= 4)
                    {
                        bytes[at] ^= 0x80;
                    }
                }

                return bytes;
            }
        );
        await RefusedAsync(forged, "probe_failed", exitCode: 1);
    }

    [Fact]
    public async Task Parts_of_another_run_or_of_another_format_version_are_refused()
    {
        await RefusedAsync(
            await exports.ForgeAsync(mine.Previous, Changed(ArtifactFileNames.Metrics, mine.Previous, mine.Production)),
            "invalid_archive",
            exitCode: 2
        );
        await RefusedAsync(
            await exports.ForgeAsync(
                mine.Previous,
                Changed(ArtifactFileNames.Metadata, mine.Previous, mine.Production)
            ),
            "artifact_damaged",
            exitCode: 1
        );
        await RefusedAsync(
            await exports.ForgeAsync(
                mine.Previous,
                Changed(ArtifactFileNames.Metadata, "\"formatVersion\": 1", "\"formatVersion\": 2")
            ),
            "artifact_damaged",
            exitCode: 1
        );
        await RefusedAsync(
            await exports.ForgeAsync(
                mine.Previous,
                (name, bytes) => name == ArtifactFileNames.Metrics ? "nonsense"u8.ToArray() : bytes
            ),
            "invalid_archive",
            exitCode: 2
        );
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_and_an_absent_file_is_named()
    {
        folder.Write("a.zip", "this is no zip file");
        await RefusedAsync("a.zip", "invalid_archive", exitCode: 2);
        await RefusedAsync("absent.zip", "file_not_found", exitCode: 2);
    }

    [Fact]
    public async Task A_disk_that_refuses_the_folder_is_told_and_nothing_is_registered()
    {
        string zip = await exports.ExportAsync(mine.Previous, "--with-data");
        await folder.CommandLine.RunAsync("models", "list");
        if (Directory.Exists(Models()))
        {
            Directory.Delete(Models(), recursive: true);
        }

        // A file where a folder must be is a disk that cannot make it.
        await File.WriteAllTextAsync(Models(), "in the way", Token);
        CommandResult refused = await folder.CommandLine.RunAsync("models", "import", zip);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("[artifact_store_unavailable]", refused.Error, StringComparison.Ordinal);
        CommandResult listed = await folder.CommandLine.RunAsync("models", "list", "--json");
        Assert.Equal(0, listed.Json.GetArrayLength());
    }

    public void Dispose()
    {
        exports.Dispose();
        folder.Dispose();
    }

    private static Func<string, byte[], byte[]> Changed(string file, string from, string to) =>
        (name, bytes) =>
            name == file
                ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(from, to, StringComparison.Ordinal))
                : bytes;

    private async Task RefusedAsync(string zip, string code, int exitCode)
    {
        await folder.CommandLine.RunAsync("models", "list");
        string[] before = Tree();
        CommandResult refused = await folder.CommandLine.RunAsync("models", "import", zip);
        Assert.Contains($"[{code}]", refused.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode, refused.ExitCode);
        Assert.Equal(before, Tree());
    }

    private string Models(string below = "") => Path.Combine(folder.Path, "models", below);

    private string[] Tree() =>
        Directory.Exists(Models())
            ? [.. Directory.EnumerateFileSystemEntries(Models(), "*", SearchOption.AllDirectories).Order()]
            : [];

    private Task<string> ManifestAsync(string runId) =>
        File.ReadAllTextAsync(Path.Combine(Models(runId), ArtifactFileNames.Manifest), Token);

    private static double[] Probabilities(CommandResult result) =>
        [
            .. result
                .Json.EnumerateArray()
                .SelectMany(answer => answer.GetProperty("forecast").EnumerateArray())
                .Select(horizon => horizon.GetProperty("probability").GetDouble()),
        ];
}
