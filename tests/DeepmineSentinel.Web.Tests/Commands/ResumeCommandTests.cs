using System.Diagnostics;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

/// <summary>train-model --resume as it is typed.</summary>
public sealed class ResumeCommandTests(TrainedMine mine)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_stopped_twice_ends_with_the_weights_and_the_log_of_one_that_was_not()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        string whole = await run.TrainAsync(5, "--ensemble", "2");

        CommandResult first = await run.StopAsync("epoch 3/5", SmallRun.Arguments(5, "--ensemble", "2"));
        string id = run.StoppedId;
        CommandResult second = await run.StopAsync("member 2, epoch 2/5", "train-model", "--resume", id);
        CommandResult last = await run.CommandLine.RunAsync("train-model", "--resume", id, "--json");

        Assert.Contains($"Go on with: train-model --resume {id}", first.Error, StringComparison.Ordinal);
        Assert.Contains("epoch 4", first.Error, StringComparison.Ordinal);
        Assert.Contains("of member 2", second.Error, StringComparison.Ordinal);
        Assert.True(last.ExitCode == 0, last.Error);
        Assert.Equal(id, last.Json.GetProperty("run_id").GetString());
        Assert.Equal(run.WeightsOf(whole), run.WeightsOf(id));
        Assert.Equal(run.LogOf(whole), run.LogOf(id));
        CommandResult verified = await run.CommandLine.RunAsync("models", "verify", id);
        Assert.Equal(0, verified.ExitCode);
        await AssertRefusedAsync(run, 1, "run_finished", "train-model", "--resume", id);
    }

    [Fact]
    public async Task A_process_that_was_killed_goes_on_in_another_one()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        string whole = await run.TrainAsync(6);
        ProcessStartInfo start = ProgramProcess.StartInfo(run.Path, SmallRun.Arguments(6));
        start.Environment["Site__SeedDemo"] = "false";
        using (Process process = Process.Start(start)!)
        {
            while (await process.StandardError.ReadLineAsync(Token) is { } line)
            {
                if (line.Contains("epoch 3/6", StringComparison.Ordinal))
                {
                    break;
                }
            }

            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        string id = run.StoppedId;
        CommandResult resumed = await run.CommandLine.RunAsync("train-model", "--resume", id);

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.DoesNotContain("epoch 1/6", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(run.WeightsOf(whole), run.WeightsOf(id));
        Assert.Equal(run.LogOf(whole), run.LogOf(id));
    }

    [Fact]
    public async Task A_run_on_the_database_goes_on_with_its_snapshot_even_where_the_database_was_lost()
    {
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using StopAtLine error = new("epoch 1/2", stop);
        string[] arguments = ["train-model", .. NarrowNetwork.Words, "--epochs", "2", "--seed", "2"];
        await folder.CommandLine.RunAsync(new CommandStart(arguments, null, error), stop.Token);
        string id = Path.GetFileName(
            Assert.Single(
                Directory.GetDirectories(Path.Combine(folder.Path, "models"), "2*"),
                run => !File.Exists(Path.Combine(run, ArtifactFileNames.Manifest))
            )
        );
        using CommandFolder elsewhere = new();
        CopyModels(folder.Path, elsewhere.Path);

        CommandResult resumed = await elsewhere.CommandLine.RunAsync("train-model", "--resume", id, "--json");

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(Model(folder.Path, mine.Production), Model(elsewhere.Path, id));
    }

    [Fact]
    public async Task A_resume_that_cannot_be_right_is_refused_and_changes_nothing()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        await run.StopAsync("epoch 2/4", SmallRun.Arguments(4));
        string id = run.StoppedId;
        await AssertRefusedAsync(run, 2, "run_not_found", "train-model", "--resume", "20260131_235959_0a1b2c3d");
        foreach (string hostile in new[] { "../x", "/etc/passwd", "a\0b", new string('9', 10_000), $"{id}/..", "" })
        {
            await AssertRefusedAsync(run, 2, "invalid_run_id", "train-model", "--resume", hostile);
            await AssertRefusedAsync(run, 2, "invalid_run_id", [.. SmallRun.Arguments(1), "--from", hostile]);
        }

        await AssertRefusedAsync(run, 2, "resume_other_options", "train-model", "--resume", id, "--epochs", "9");
        await AssertRefusedAsync(run, 2, "--load", "train-model", "--resume", id, "--load");
        await AssertRefusedAsync(run, 2, "--resume", [.. SmallRun.Arguments(4), "--accept-numerics"]);
        await AssertRefusedAsync(run, 1, "run_unfinished", [.. SmallRun.Arguments(4), "--from", id]);
        using (
            FileStream held = new(
                run.FileOf(id, ArtifactFileNames.Lock),
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.None
            )
        )
        {
            await AssertRefusedAsync(run, 1, "run_running", "train-model", "--resume", id);
        }

        string readings = run.File("mine/readings.csv");
        string text = File.ReadAllText(readings);
        File.WriteAllText(readings, text[..text.TrimEnd().LastIndexOf('\n')] + "\n");
        await AssertRefusedAsync(run, 1, "resume_other_data", "train-model", "--resume", id);
        File.WriteAllText(readings, text);
        CommandResult resumed = await run.CommandLine.RunAsync("train-model", "--resume", id, "--epochs", "4");
        Assert.True(resumed.ExitCode == 0, resumed.Error);
    }

    [Fact]
    public async Task Another_engines_checkpoint_is_taken_only_when_that_is_accepted()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        await run.StopAsync("epoch 2/3", SmallRun.Arguments(3));
        string id = run.StoppedId;
        foreach (string path in Directory.GetFiles(run.FileOf(id, ArtifactFileNames.Checkpoints), "*.safetensors"))
        {
            OtherEngine(path);
        }

        await AssertRefusedAsync(run, 1, "resume_other_numerics", "train-model", "--resume", id);
        CommandResult accepted = await run.CommandLine.RunAsync("train-model", "--resume", id, "--accept-numerics");

        Assert.True(accepted.ExitCode == 0, accepted.Error);
        Assert.Contains("numerics", accepted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_refuses_is_told_and_the_run_can_still_go_on()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        await run.StopAsync("epoch 2/3", SmallRun.Arguments(3));
        string id = run.StoppedId;
        // A folder where a file has to go stands for a disk that refuses: root may write into any folder.
        string blocked = run.FileOf(id, ArtifactFileNames.Metadata);
        Directory.CreateDirectory(blocked);

        CommandResult refused = await run.CommandLine.RunAsync("train-model", "--resume", id);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("artifact_store_unavailable", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.FileOf(id, ArtifactFileNames.Manifest)));
        Directory.Delete(blocked);
        CommandResult resumed = await run.CommandLine.RunAsync("train-model", "--resume", id);

        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.DoesNotContain("epoch 3/3", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_from_anothers_weights_names_it_as_parent()
    {
        using SmallRun run = await SmallRun.CreateAsync();
        string parent = await run.TrainAsync(2);
        string[] arguments = [.. SmallRun.Arguments(1).Where(word => !NarrowNetwork.Words.Contains(word))];

        CommandResult child = await run.CommandLine.RunAsync([.. arguments, "--from", parent, "--json"]);

        Assert.True(child.ExitCode == 0, child.Error);
        Assert.Equal(parent, child.Json.GetProperty("parent_run_id").GetString());
        Assert.Equal("compact", child.Json.GetProperty("network").GetString());
        Assert.Contains(
            parent,
            File.ReadAllText(run.FileOf(child.Json.GetProperty("run_id").GetString()!, ArtifactFileNames.Metadata)),
            StringComparison.Ordinal
        );
    }

    private static async Task AssertRefusedAsync(SmallRun run, int exitCode, string says, params string[] arguments)
    {
        string[] before = Files(run);
        CommandResult result = await run.CommandLine.RunAsync(arguments);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(run));
    }

    private static void CopyModels(string from, string to)
    {
        string models = Path.Combine(from, "models");
        foreach (string file in Directory.EnumerateFiles(models, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static byte[] Model(string folder, string runId) =>
        File.ReadAllBytes(Path.Combine(folder, "models", runId, ArtifactFileNames.Model));

    private static string[] Files(SmallRun run) =>
        [
            .. Directory
                .GetFileSystemEntries(run.File("models"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];

    private static void OtherEngine(string path)
    {
        SafeTensorsContent content;
        using (FileStream stream = File.OpenRead(path))
        {
            content = SafeTensorsReader.Read(stream);
        }

        using MemoryStream bytes = new();
        Dictionary<string, string> metadata = new(content.Metadata)
        {
            ["engines"] = "[\"Another 1.0, 8 floats wide\"]",
        };
        SafeTensors.Write(bytes, content.Arrays, metadata);
        string folder = Path.GetDirectoryName(path)!;
        HashedFile.Write(
            (name, write) =>
            {
                using FileStream stream = File.Create(Path.Combine(folder, name));
                write(stream);
            },
            Path.GetFileName(path),
            bytes.ToArray()
        );
    }
}
