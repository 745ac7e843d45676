using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

/// <summary>Full and read-only disks, real ones: a clear error with a code, exit 1, and everything as it was.</summary>
public sealed class DiskFaultTests(TrainedMine mine)
{
    private const string Store = "[artifact_store_unavailable]";
    private const string Note = "Tried.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(16 << 10)]
    [InlineData(400 << 10)]
    [InlineData(750 << 10)]
    [InlineData(900 << 10)]
    public async Task A_disk_that_gets_full_in_a_run_stops_it_and_it_goes_on_to_the_same_weights_once_there_is_room(
        long free
    )
    {
        // With the one checkpoint at the end: the room is gone at once, in that checkpoint, or in saving after it.
        using SmallRun run = await SmallRun.CreateAsync();
        string[] arguments = SmallRun.WideArguments(3, "--checkpoint-every", "1000");
        CommandResult whole = await run.CommandLine.RunAsync([.. arguments, "--json"]);
        string expected = run.WeightsOf(whole.Json.GetProperty("run_id").GetString()!);
        Directory.Delete(run.File("models"), recursive: true);
        using SmallDisk disk = SmallDisk.At(run.File("models"));
        disk.LeaveFree(free);

        CommandResult full = await run.CommandLine.RunAsync(arguments);
        disk.Free();

        Assert.Equal(1, full.ExitCode);
        Assert.Contains(Store, full.Error, StringComparison.Ordinal);
        Assert.Empty(new ArtifactStore(disk.Path, TimeProvider.System).List());
        string[] left = [.. Directory.GetDirectories(disk.Path).Where(path => path.Contains('_'))];
        if (free == 0)
        {
            Assert.Empty(left);
            return;
        }

        string id = Path.GetFileName(Assert.Single(left));
        CommandResult resumed = await run.CommandLine.RunAsync("train-model", "--resume", id);
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(expected, run.WeightsOf(id));
    }

    [Fact]
    public async Task A_read_only_folder_refuses_a_run_a_resumed_one_and_a_search_and_stays_as_it_was()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        using SmallDisk disk = SmallDisk.At(run.File("models"));
        await run.StopAsync("epoch 2", SmallRun.Arguments(4, "--checkpoint-every", "1"));
        string[] before = disk.Tree();
        disk.MakeReadOnly();

        CommandResult begun = await run.CommandLine.RunAsync(SmallRun.Arguments(2));
        CommandResult resumed = await run.CommandLine.RunAsync("train-model", "--resume", run.StoppedId);
        CommandResult searched = await run.CommandLine.RunAsync([
            "grid-search",
            .. SmallRun.Arguments(2).Skip(1),
            "--config",
            Config(run),
        ]);

        AssertRefused(begun, Store);
        AssertRefused(resumed, Store);
        AssertRefused(searched, "[experiment_store_unavailable]");
        Assert.Equal(before, disk.Tree());
        disk.MakeWritable();
        CommandResult again = await run.CommandLine.RunAsync("train-model", "--resume", run.StoppedId);
        Assert.True(again.ExitCode == 0, again.Error);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100 << 10, true)]
    [InlineData(100 << 10, false)]
    [InlineData(null, true)]
    public async Task An_import_that_the_disk_refuses_leaves_nothing(int? free, bool withData)
    {
        using ExportedRuns exports = new(mine);
        string zip = await exports.ExportAsync(mine.Previous, withData ? ["--with-data"] : []);
        using CommandFolder folder = new();
        using SmallDisk disk = SmallDisk.At(Path.Combine(folder.Path, "models"));
        string[] before = Hinder(disk, free);

        CommandResult imported = await folder.CommandLine.RunAsync("models", "import", zip);

        AssertRefused(imported, Store);
        Assert.Equal(before, disk.Tree());
        Help(disk);
        CommandResult again = await folder.CommandLine.RunAsync("models", "import", zip);
        Assert.True(again.ExitCode == 0, again.Error);
    }

    [Theory]
    [InlineData(0, "run.zip")]
    [InlineData(64 << 10, "run.zip")]
    [InlineData(64 << 10, "folder")]
    [InlineData(null, "run.zip")]
    [InlineData(null, "deep/er/folder")]
    public async Task An_export_that_the_disk_refuses_leaves_nothing(int? free, string target)
    {
        using CommandFolder home = new();
        mine.CopyTo(home.Path);
        using SmallDisk disk = SmallDisk.At(Path.Combine(home.Path, "given"));
        string[] before = Hinder(disk, free);
        string path = Path.Combine(disk.Path, target);

        CommandResult exported = await home.CommandLine.RunAsync("models", "export", mine.Previous, "--to", path);

        AssertRefused(exported, "[export_failed]");
        Assert.Equal(before, disk.Tree());
        Assert.Empty(Directory.GetDirectories(disk.Path));
        Help(disk);
        CommandResult again = await home.CommandLine.RunAsync("models", "export", mine.Previous, "--to", path);
        Assert.True(again.ExitCode == 0, again.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public async Task A_promotion_that_the_disk_refuses_changes_nothing(int? free)
    {
        using TempFolder root = new();
        mine.CopyTo(root.Path);
        using SmallDisk disk = SmallDisk.Over(root.File("models"));
        await using TestSite site = new(("Site:Root", root.Path));
        TestCommandLine commands = new(TestSettings.Of(root.Path));
        FillLastPage(Path.Combine(disk.Path, RegistryLog.FileName));
        string[] before = Hinder(disk, free);

        CommandResult promoted = await commands.RunAsync("models", "promote", mine.Previous, "--override", Note);
        ProductionPointers now = await site.Get<ModelPointers>().ReadAsync(ModelPurpose.Stope, Token);

        AssertRefused(promoted, "[registry_unavailable]");
        Assert.Equal((mine.Production, mine.Previous), (now.Production?.RunId, now.Previous?.RunId));
        Assert.Equal(before, disk.Tree());
        Help(disk);
        CommandResult again = await commands.RunAsync("models", "promote", mine.Previous, "--override", Note);
        Assert.True(again.ExitCode == 0, again.Error);
    }

    // Full but for some bytes, or read-only.
    private static string[] Hinder(SmallDisk disk, int? free)
    {
        string[] before = disk.Tree();
        if (free is { } bytes)
        {
            disk.LeaveFree(bytes);
        }
        else
        {
            disk.MakeReadOnly();
        }

        return before;
    }

    // A full disk still takes what fits into the last page of a file; empty lines are passed over.
    private static void FillLastPage(string path) =>
        File.AppendAllText(
            path,
            new string('\n', Environment.SystemPageSize - (int)(new FileInfo(path).Length % Environment.SystemPageSize))
        );

    private static void Help(SmallDisk disk)
    {
        disk.MakeWritable();
        disk.Free();
    }

    private static void AssertRefused(CommandResult result, string code)
    {
        Assert.True(result.ExitCode == 1, $"exit {result.ExitCode}: {result.Error}{result.Output}");
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", result.Error, StringComparison.Ordinal);
    }

    private static string Config(SmallRun run)
    {
        File.WriteAllText(run.File("config.json"), """{"learning_rate": 0.002}""");
        return "config.json";
    }
}
