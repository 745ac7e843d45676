using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

public sealed class PruneModelsCommandTests(TrainedMine mine) : IDisposable
{
    private static readonly string[] Everything =
    [
        "models",
        "prune",
        "--keep-best",
        "0",
        "--keep-latest",
        "0",
        "--older-than",
        "0d",
        "--json",
    ];
    private readonly CommandFolder folder = new();
    private readonly ExportedRuns exports = new(mine);

    [Fact]
    public async Task Production_and_the_version_before_it_stay_whatever_the_policy_says()
    {
        mine.CopyTo(folder.Path);
        CommandResult pruned = await RunAsync(Everything);

        Assert.Equal(0, pruned.ExitCode);
        Assert.Equal("is in production", Reason(pruned, mine.Production));
        Assert.Equal("is the version before production", Reason(pruned, mine.Previous));
        Assert.All(Items(pruned), item => Assert.Equal("keep", item.GetProperty("action").GetString()));
        Assert.Equal(0, (await RunAsync("models", "verify")).ExitCode);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_go_and_touches_nothing()
    {
        await ImportBothAsync();
        string[] before = Tree();

        CommandResult dry = await RunAsync([.. Everything, "--dry-run"]);
        CommandResult text = await RunAsync("models", "prune", "--keep-best", "0", "--older-than", "0h", "--dry-run");

        Assert.Equal("remove", Item(dry, mine.Previous).GetProperty("action").GetString());
        Assert.Equal("answers while no version is in production", Reason(dry, mine.Production));
        Assert.Equal(before, Tree());
        Assert.Contains("Would go: 0", text.Output, StringComparison.Ordinal);
        Assert.Contains("of the 3 latest", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_leaves_its_row_as_archived_and_can_be_imported_again()
    {
        await ImportBothAsync();
        await RunAsync(Everything);

        Assert.False(Directory.Exists(Models(mine.Previous)));
        Assert.True(Directory.Exists(Models(mine.Production)));
        Assert.Equal("archived", await StateAsync(mine.Previous));
        Assert.Empty(Directory.GetDirectories(Models(), "*.trash"));
        CommandResult restored = await RunAsync("models", "restore", mine.Previous);
        Assert.Contains("[run_not_kept]", restored.Error, StringComparison.Ordinal);

        CommandResult again = await RunAsync("models", "import", await exports.ExportAsync(mine.Previous), "--json");
        Assert.Equal("restored", again.Json.GetProperty("outcome").GetString());
        Assert.Equal("candidate", await StateAsync(mine.Previous));
    }

    [Fact]
    public async Task Checkpoints_of_a_finished_run_go_and_the_run_stays_whole()
    {
        using SmallRun small = await SmallRun.CreateAsync();
        string run = await small.TrainAsync(epochs: 2, "--checkpoint-every", "1", "--top-checkpoints", "2");
        string[] States() => Directory.GetFiles(small.File($"models/{run}/checkpoints"), "*.safetensors*");
        Assert.Equal(4, States().Length);

        CommandResult pruned = await small.CommandLine.RunAsync("models", "prune", "--older-than", "0h", "--json");

        Assert.Equal(0, pruned.ExitCode);
        Assert.Equal(
            ["checkpoints"],
            Items(pruned)
                .Where(item => item.GetProperty("action").GetString() == "remove")
                .Select(item => item.GetProperty("kind").GetString()!)
        );
        Assert.Empty(States());
        Assert.True(File.Exists(small.FileOf(run, ArtifactFileNames.Request)));
        Assert.Equal(0, (await small.CommandLine.RunAsync("models", "verify", run)).ExitCode);
    }

    [Fact]
    public async Task Data_go_when_the_last_run_that_names_them_goes()
    {
        await ImportBothAsync("--with-data");
        string data = Assert.Single(Directory.GetDirectories(Models("data")));
        Directory.SetLastWriteTimeUtc(data, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        CommandResult first = await RunAsync(Everything);
        Assert.Equal("is what a run that stays has learnt from", Reason(first, Path.GetFileName(data)));
        Assert.True(Directory.Exists(data));

        await RunAsync("models", "archive", mine.Production);
        await RunAsync(Everything);
        Assert.False(Directory.Exists(data));
        Assert.Equal(
            ["data"],
            Directory
                .GetFileSystemEntries(Models())
                .Select(path => Path.GetFileName(path))
                .Where(name => name is "data" || RunId.TryParse(name, out _))
        );
    }

    [Fact]
    public async Task Compressed_runs_are_verified_where_they_lie_and_come_back_to_the_byte()
    {
        await ImportBothAsync();
        Dictionary<string, byte[]> before = Bytes(mine.Previous);
        await RunAsync([.. Everything, "--compress"]);

        Assert.False(Directory.Exists(Models(mine.Previous)));
        CommandResult verified = await RunAsync("models", "verify", "--json");
        Assert.Equal(2, verified.Json.GetArrayLength());
        Assert.Equal(0, verified.ExitCode);
        CommandResult export = await RunAsync("models", "export", mine.Previous, "--to", "x.zip");
        Assert.Contains("[run_compressed]", export.Error, StringComparison.Ordinal);
        Assert.Equal("is compressed already", Reason(await RunAsync(Everything), mine.Previous));

        Assert.Equal(0, (await RunAsync("models", "restore", mine.Previous)).ExitCode);
        Assert.Equal(before, Bytes(mine.Previous));
        Assert.Equal("candidate", await StateAsync(mine.Previous));

        CommandResult packed = await RunAsync("models", "archive", mine.Previous, "--compress", "--reason", "old");
        Assert.True(packed.ExitCode == 0, packed.Error);
        string zip = Path.Combine(Models("archive"), $"{mine.Previous}.zip");
        byte[] bytes = await File.ReadAllBytesAsync(zip, Token);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(zip, bytes, Token);
        Assert.Equal(1, (await RunAsync("models", "verify", mine.Previous)).ExitCode);
        Assert.Contains(
            "[artifact_damaged]",
            (await RunAsync("models", "restore", mine.Previous)).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_pinned_run_stays_and_is_not_archived()
    {
        await using TestSite site = new();
        await site.CommandLine.RunAsync("models", "import", await exports.ExportAsync(mine.Previous));
        await site.CommandLine.RunAsync("models", "import", await exports.ExportAsync(mine.Production));
        await site.Get<ModelRegistry>().PinAsync(mine.Previous, Token);

        CommandResult pruned = await site.CommandLine.RunAsync(Everything);
        CommandResult archived = await site.CommandLine.RunAsync("models", "archive", mine.Previous, "--compress");

        Assert.Equal("is pinned", Reason(pruned, mine.Previous));
        Assert.Contains("[model_pinned]", archived.Error, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(site.Root, "models", mine.Previous)));
    }

    [Fact]
    public async Task The_best_run_of_a_search_stays()
    {
        await ImportBothAsync();
        string search = Path.Combine(Models("experiments"), new string('a', 64));
        Directory.CreateDirectory(search);
        await File.WriteAllTextAsync(Path.Combine(search, "result.json"), $"{{\"runId\":\"{mine.Previous}\"}}", Token);
        Assert.Equal("is the best of a search", Reason(await RunAsync(Everything), mine.Previous));
    }

    [Fact]
    public async Task Folds_of_an_evaluation_have_a_kind_of_their_own_and_go_once_they_are_old()
    {
        string key = new('a', 64);
        string folds = Path.Combine(Models("evaluations"), key);
        Directory.CreateDirectory(folds);
        string fold = Path.Combine(folds, "fold-1.json");
        await File.WriteAllTextAsync(fold, "{}", Token);

        CommandResult usage = await RunAsync("models", "disk-usage", "--json");
        CommandResult young = await RunAsync("models", "prune", "--json");
        DateTime old = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(fold, old);
        Directory.SetLastWriteTimeUtc(folds, old);
        CommandResult gone = await RunAsync("models", "prune");

        Assert.Equal(2, usage.Json.GetProperty("kinds").GetProperty("evaluations").GetInt64());
        Assert.Contains("less than 30 days", Reason(young, key), StringComparison.Ordinal);
        Assert.Contains("folds aaaaaaaaaaaa...", gone.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Models("evaluations")));
    }

    [Fact]
    public async Task An_unfinished_run_stays_until_nobody_has_touched_it_for_long()
    {
        string id = "20260101_000000_0000000a";
        Directory.CreateDirectory(Path.Combine(Models(id), "checkpoints"));
        string file = Path.Combine(Models(id), "checkpoints", "last.safetensors");
        await File.WriteAllTextAsync(file, "weights", Token);

        CommandResult young = await RunAsync("models", "prune", "--json");
        Assert.Contains("less than 30 days", Reason(young, id), StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Directory.SetLastWriteTimeUtc(Models(id), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        CommandResult old = await RunAsync("models", "prune", "--json");
        Assert.Contains("never ended", Reason(old, id), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Models(id)));
    }

    [Fact]
    public async Task What_a_crash_left_is_swept_at_the_next_start()
    {
        await ImportBothAsync();
        Directory.Move(Models(mine.Previous), Models($"{mine.Previous}.half.trash"));
        Directory.CreateDirectory(Models("young.tmp"));
        Directory.CreateDirectory(Models("old.tmp"));
        Directory.SetLastWriteTimeUtc(Models("old.tmp"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await RunAsync("models", "list");

        Assert.Empty(Directory.GetDirectories(Models(), "*.trash"));
        Assert.True(Directory.Exists(Models("young.tmp")));
        Assert.False(Directory.Exists(Models("old.tmp")));
    }

    [Fact]
    public async Task Room_is_told_by_run_and_by_kind_and_adds_up()
    {
        mine.CopyTo(folder.Path);
        CommandResult usage = await RunAsync("models", "disk-usage", "--json");
        CommandResult text = await RunAsync("models", "disk-usage");

        JsonElement[] runs = [.. usage.Json.GetProperty("runs").EnumerateArray()];
        Assert.Equal([mine.Production, mine.Previous], runs.Select(run => run.GetProperty("runId").GetString()));
        Assert.Equal("production", runs[0].GetProperty("state").GetString());
        long weights = Directory
            .GetFiles(Models(mine.Production), "*.safetensors")
            .Sum(path => new FileInfo(path).Length);
        Assert.Equal(weights, runs[0].GetProperty("bytes").GetProperty("weights").GetInt64());
        long all = Directory
            .GetFiles(Models(), "*", SearchOption.AllDirectories)
            .Sum(path => new FileInfo(path).Length);
        Assert.Equal(all, usage.Json.GetProperty("total").GetInt64());
        Assert.Equal(all, usage.Json.GetProperty("kinds").EnumerateObject().Sum(kind => kind.Value.GetInt64()));
        Assert.Contains("snapshots", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--older-than", "30")]
    [InlineData("--older-than", "-1d")]
    [InlineData("--older-than", "d")]
    [InlineData("--older-than", "1e3d")]
    [InlineData("--keep-best", "-1")]
    [InlineData("--keep-latest", "two")]
    public async Task A_policy_that_means_nothing_is_wrong_use(string option, string value)
    {
        CommandResult result = await RunAsync("models", "prune", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.NotEqual("", result.Error);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("verify")]
    [InlineData("archive")]
    [InlineData("restore")]
    public async Task A_hostile_run_id_is_refused_by_every_command(string command)
    {
        string[] hostile =
        [
            "../../etc",
            "/etc/passwd",
            "a\0b",
            new string('a', 10_000),
            "20260131_235959_0A1B2C3D",
            "..",
        ];
        foreach (string id in hostile)
        {
            CommandResult result = await RunAsync("models", command, id);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("[invalid_run_id]", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(id, result.Error, StringComparison.Ordinal);
        }

        CommandResult unknown = await RunAsync("models", command, "20260131_235959_0a1b2c3d");
        Assert.NotEqual(0, unknown.ExitCode);
    }

    public void Dispose()
    {
        exports.Dispose();
        folder.Dispose();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task ImportBothAsync(params string[] more)
    {
        foreach (string runId in new[] { mine.Previous, mine.Production })
        {
            CommandResult result = await RunAsync("models", "import", await exports.ExportAsync(runId, more));
            Assert.True(result.ExitCode == 0, result.Error);
        }
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => folder.CommandLine.RunAsync(arguments);

    private async Task<string?> StateAsync(string runId) =>
        (await RunAsync("models", "show", runId, "--json")).Json.GetProperty("state").GetString();

    private string Models(string below = "") => Path.Combine(folder.Path, "models", below);

    private string[] Tree() =>
        [.. Directory.EnumerateFileSystemEntries(Models(), "*", SearchOption.AllDirectories).Order()];

    private Dictionary<string, byte[]> Bytes(string runId) =>
        Directory.GetFiles(Models(runId)).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);

    private static JsonElement[] Items(CommandResult result) => [.. result.Json.GetProperty("items").EnumerateArray()];

    private static JsonElement Item(CommandResult result, string name) =>
        Items(result).Single(item => item.GetProperty("name").GetString() == name);

    private static string Reason(CommandResult result, string name) =>
        Item(result, name).GetProperty("reason").GetString()!;
}
