using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Artifacts;

/// <summary>
/// Kill -9 while a command changes runs: nothing is half, and the same command ends the work. One kill each among the ordinary
/// tests; SENTINEL_LONG_TESTS=1 makes 50 of it, or SENTINEL_KILLS, at moments drawn by SENTINEL_KILL_SEED.
/// </summary>
public sealed class KilledCommandTests(TrainedMine mine)
{
    private static readonly TimeSpan ShortWindow = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_leaves_a_whole_run_or_none()
    {
        using ExportedRuns exports = new(mine);
        string zip = await exports.ExportAsync(mine.Previous, "--with-data");
        await KillAsync("import", home => DoneAsync(home, "models", "list"), ["models", "import", zip], CheckAsync);

        async Task<string> CheckAsync(CommandFolder home)
        {
            ArtifactStore store = Store(home);
            bool there = store.List().Any();
            await DoneAsync(home, "models", "verify");
            await DoneAsync(home, "models", "import", zip);
            Assert.Equal(mine.Previous, Assert.Single(store.List()).Value);
            CommandResult shown = await DoneAsync(home, "models", "show", mine.Previous, "--json");
            Assert.Equal("candidate", shown.Json.GetProperty("state").GetString());
            await DoneAsync(home, "models", "export", mine.Previous, "--to", "again.zip", "--with-data");
            return there ? "a whole run was there" : "no run was there";
        }
    }

    [Theory]
    [InlineData("given/run.zip")]
    [InlineData("given/folder")]
    public async Task An_export_is_there_whole_or_not_at_all(string target)
    {
        string[] command = ["models", "export", mine.Previous, "--to", target];
        await KillAsync("export " + target, CopyAsync, command, CheckAsync);

        async Task<string> CheckAsync(CommandFolder home)
        {
            string path = Path.Combine(home.Path, target);
            bool there = File.Exists(path) || Directory.Exists(path);
            if (there)
            {
                RequireWhole(path);
            }

            await DoneAsync(home, [.. command, "--force"]);
            RequireWhole(path);
            Assert.False(File.Exists(path + ".tmp"));
            await DoneAsync(home, "models", "verify");
            return there ? "a whole export was there" : "no export was there";
        }
    }

    [Fact]
    public async Task A_promotion_has_happened_or_not()
    {
        string[] command = ["models", "promote", mine.Previous, "--override", "Tried."];
        await KillAsync("promote", CopyAsync, command, CheckAsync);

        async Task<string> CheckAsync(CommandFolder home)
        {
            CommandResult listed = await DoneAsync(home, "models", "list", "--json");
            Dictionary<string, string> states = listed
                .Json.EnumerateArray()
                .ToDictionary(
                    row => row.GetProperty("state").GetString()!,
                    row => row.GetProperty("runId").GetString()!
                );
            string production = states["production"];
            Assert.Equal(production == mine.Previous ? mine.Production : mine.Previous, states["previous"]);
            await AssertLogAsync(home);
            await DoneAsync(home, command);
            await AssertLogAsync(home);
            return production == mine.Previous ? "promoted" : "not promoted";
        }
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--compress")]
    public async Task A_clearing_leaves_whole_runs_and_archived_rows(string how)
    {
        string[] command = ["models", "prune", "--keep-best", "0", "--keep-latest", "0", "--older-than", "0h", how];
        await KillAsync("prune " + how, PrepareAsync, command, CheckAsync);

        async Task PrepareAsync(CommandFolder home)
        {
            await CopyAsync(home);
            foreach (int number in Enumerable.Range(1, 4))
            {
                OtherPurpose.Make(home.Path, number);
            }

            await DoneAsync(home, "models", "rescan");
        }

        async Task<string> CheckAsync(CommandFolder home)
        {
            int left = Store(home).List().Count;
            await DoneAsync(home, "models", "verify");
            await AssertRowsAsync(home);
            await DoneAsync(home, command);
            await AssertRowsAsync(home);

            // Production, previous, and the newest of the other purpose, which answers while none of it is in production.
            Assert.Equal(3, Store(home).List().Count);
            return $"{left} runs were left";
        }
    }

    private static async Task KillAsync(
        string proof,
        Func<CommandFolder, Task> prepare,
        string[] command,
        Func<CommandFolder, Task<string>> check
    )
    {
        int kills = LongTests.Asked ? LongTests.Number("SENTINEL_KILLS", 50) : 1;
        int seed = LongTests.Number("SENTINEL_KILL_SEED", 1);
        Random moments = new(seed);
        TimeSpan[] windows = LongTests.Asked
            ? [await WindowAsync(prepare, command, false), await WindowAsync(prepare, command, true)]
            : [ShortWindow];
        Dictionary<string, int> outcomes = [];
        for (int kill = 0; kill < kills; kill++)
        {
            using CommandFolder home = new();
            await prepare(home);

            // Every other one from the first change of the database on, long before anything else is touched.
            int from = kill % windows.Length;
            KilledProcess process = new(home.Path, databaseToo: from == 1);
            TimeSpan after = windows[from] * moments.NextDouble();
            bool atWork = await process.KillAsync(after, command);
            string outcome = await check(home);
            string told = atWork ? outcome : "ended before the kill";
            outcomes[told] = outcomes.GetValueOrDefault(told) + 1;
            string moment = FormattableString.Invariant(
                $"{after.TotalMilliseconds:F1} ms after the first change of {(from == 1 ? "the database" : "the runs")}"
            );
            LongTests.Record(proof, seed, kill + 1, moment, told);
        }

        LongTests.Tell(proof, outcomes);
    }

    private static async Task<TimeSpan> WindowAsync(
        Func<CommandFolder, Task> prepare,
        string[] command,
        bool databaseToo
    )
    {
        using CommandFolder home = new();
        await prepare(home);
        return await new KilledProcess(home.Path, databaseToo).WholeAsync(command);
    }

    private Task CopyAsync(CommandFolder home)
    {
        mine.CopyTo(home.Path);
        return Task.CompletedTask;
    }

    private static ArtifactStore Store(CommandFolder home) =>
        new(Path.Combine(home.Path, "models"), TimeProvider.System);

    private void RequireWhole(string path)
    {
        if (File.Exists(path))
        {
            using RunArchive archive = RunArchive.Open(path);
            Assert.Equal(mine.Previous, archive.Id.Value);
        }
        else
        {
            Assert.Equal(mine.Previous, ExportedFolder.Open(path).Id.Value);
        }
    }

    private static async Task<CommandResult> DoneAsync(CommandFolder home, params string[] arguments)
    {
        CommandResult result = await home.CommandLine.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, string.Join(' ', arguments) + ": " + result.Error);
        return result;
    }

    // A row that is not archived has its run, whole.
    private static async Task AssertRowsAsync(CommandFolder home)
    {
        CommandResult listed = await DoneAsync(home, "models", "list", "--json");
        HashSet<string> kept =
        [
            .. listed
                .Json.EnumerateArray()
                .Where(row => row.GetProperty("state").GetString() != "archived")
                .Select(row => row.GetProperty("runId").GetString()!),
        ];
        Assert.Subset(Store(home).List().Select(id => id.Value).ToHashSet(), kept);
    }

    private static async Task AssertLogAsync(CommandFolder home)
    {
        await using TestSite site = new(("Site:Root", home.Path));
        IReadOnlyList<PointerMove> rows = await site.Get<ModelPointers>().HistoryAsync(null, Token);
        Assert.Equal(
            rows.Reverse().Select(move => (move.Sequence, move.RunId, move.PreviousRunId)),
            site.Get<RegistryLog>().Read().Moves.Select(move => (move.Sequence, move.RunId, move.PreviousRunId))
        );
    }
}
