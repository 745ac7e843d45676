using System.Diagnostics;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Testing;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Registry;

/// <summary>Many at once. SENTINEL_LONG_TESTS=1 makes a thousand promotions of them and adds processes.</summary>
public sealed class RegistryStormTests
{
    private const int Readers = 16;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static bool IsLong => Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1";

    [Fact]
    public async Task No_reader_sees_a_torn_registry_while_the_pointers_move()
    {
        int promotions = IsLong ? 1_000 : 40;
        await using TestSite site = new();
        string[] runs = [.. Enumerable.Range(0, 3).Select(RegistrySamples.RunIdOf)];
        foreach (string run in runs)
        {
            await site.Get<ModelRegistry>().RegisterAsync(RegistrySamples.Version(run), Token);
        }

        await PromoteAsync(site, runs[0]);
        await PromoteAsync(site, runs[1]);
        using CancellationTokenSource done = new();
        Task<(int Reads, HashSet<(string, string?)> Seen)>[] readers =
        [
            .. Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(site, done.Token))),
        ];
        for (int turn = 2; turn < promotions + 2; turn++)
        {
            await PromoteAsync(site, runs[turn % 3]);
        }

        await done.CancelAsync();
        (int Reads, HashSet<(string, string?)> Seen)[] results = await Task.WhenAll(readers);
        IReadOnlyList<PointerMove> history = await site.Get<ModelPointers>().HistoryAsync(null, Token);

        Assert.All(results, result => Assert.True(result.Reads > 0));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{promotions} promotions, {results.Sum(result => result.Reads)} whole reads"
        );
        Assert.Subset(
            history.Select(move => (move.RunId, move.PreviousRunId)).ToHashSet(),
            results.SelectMany(result => result.Seen).ToHashSet()
        );
        Assert.Equal(promotions + 2, history.Count);
        Assert.Equal(
            history.Select(move => move.Sequence).Reverse(),
            Enumerable.Range(1, history.Count).Select(n => (long)n)
        );
        Assert.Equal(history.Reverse().Select(Line), site.Get<RegistryLog>().Read().Moves.Select(Line));
    }

    [Fact]
    public async Task Of_32_registrations_at_once_none_is_lost_and_none_is_doubled()
    {
        await using TestSite site = new();
        ModelRegistry registry = site.Get<ModelRegistry>();

        // Every run twice: as where a rescan meets the end of a training run.
        await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i =>
                    Task.Run(() =>
                        registry.RegisterAsync(RegistrySamples.Version(RegistrySamples.RunIdOf(i / 2)), Token)
                    )
                )
        );

        IReadOnlyList<ModelVersion> versions = await registry.ListAsync(Token);
        Assert.Equal(32, versions.Count);
        Assert.Equal(32, versions.Select(version => version.RunId).Distinct().Count());
    }

    [Fact]
    public async Task Two_processes_that_register_and_promote_at_once_lose_and_double_nothing()
    {
        Assert.SkipUnless(IsLong, "Starts processes for a minute: set SENTINEL_LONG_TESTS=1.");
        using TempFolder folder = new();
        ArtifactStore store = new(folder.File("models"), TimeProvider.System);
        foreach (int number in Enumerable.Range(0, 32))
        {
            RegistrySamples.Seal(store, RegistrySamples.RunIdOf(number));
        }

        await RunAsync(folder, "database", "migrate");
        await Task.WhenAll(RunAsync(folder, "models", "rescan"), RunAsync(folder, "models", "rescan"));

        await using TestSite site = new(("Site:Root", folder.Path));
        IReadOnlyList<ModelVersion> versions = await site.Get<ModelRegistry>().ListAsync(Token);
        Assert.Equal(32, versions.Count);
        Assert.Equal(32, versions.Select(version => version.RunId).Distinct().Count());
    }

    private static async Task RunAsync(TempFolder folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { typeof(ModelRegistry).Assembly.Location },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Site__Root"] = folder.Path, ["Site__SeedDemo"] = "false" },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(Token);
        string errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, errors + await output);
    }

    private static Task<PointerMove?> PromoteAsync(TestSite site, string run) =>
        Task.Run(async () =>
        {
            ModelPointers pointers = site.Get<ModelPointers>();
            ProductionPointers now = await pointers.ReadAsync(ModelPurpose.Stope, Token);
            return await pointers.PromoteAsync(
                new PointerChoice
                {
                    RunId = RunId.Parse(run),
                    By = "tester",
                    Instead = now.Production?.RunId,
                    GatePassed = true,
                },
                Token
            );
        });

    // What pages and the model host read: both pointers, which must be those of one moment.
    private static async Task<(int Reads, HashSet<(string, string?)> Seen)> ReadAsync(
        TestSite site,
        CancellationToken done
    )
    {
        int reads = 0;
        HashSet<(string, string?)> seen = [];
        do
        {
            ProductionPointers now = await site.Get<ModelPointers>().ReadAsync(ModelPurpose.Stope, Token);
            IReadOnlyList<ModelVersion> all = await site.Get<ModelRegistry>().ListAsync(Token);
            Assert.Single(all, version => version.State == ModelVersionState.Production);
            Assert.Single(all, version => version.State == ModelVersionState.Previous);
            seen.Add((now.Production!.RunId, now.Previous?.RunId));
            seen.Add(
                (
                    all.Single(version => version.State == ModelVersionState.Production).RunId,
                    all.Single(version => version.State == ModelVersionState.Previous).RunId
                )
            );
            reads++;
        } while (!done.IsCancellationRequested);
        return (reads, seen);
    }

    private static (long, string, string?) Line(PointerMove move) => (move.Sequence, move.RunId, move.PreviousRunId);
}
