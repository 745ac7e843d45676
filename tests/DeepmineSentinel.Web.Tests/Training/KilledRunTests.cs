using System.Diagnostics;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Inference;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Training;

/// <summary>
/// Kill -9 at random moments of training and saving, in processes of their own. SENTINEL_LONG_TESTS=1 runs it: 200 kills, or
/// SENTINEL_KILLS of them, drawn by SENTINEL_KILL_SEED. A kill in every operation of a run, without processes, and one kill of a
/// process are among the ordinary tests.
/// </summary>
public sealed class KilledRunTests
{
    private const int Epochs = 5;
    private static readonly TimeSpan SavingTime = TimeSpan.FromMilliseconds(150);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_9_at_random_moments_damages_nothing_and_the_resumed_weights_are_equal()
    {
        Assert.SkipUnless(LongTests.Asked, "SENTINEL_LONG_TESTS is not 1.");
        int kills = LongTests.Number("SENTINEL_KILLS", 200);
        int seed = LongTests.Number("SENTINEL_KILL_SEED", 1);
        Random moments = new(seed);
        using SmallRun run = await SmallRun.CreateAsync();
        Stopwatch watch = Stopwatch.StartNew();
        using (Process whole = Start(run))
        {
            await UntilAsync(whole, "Training,");
            watch.Restart();
            await whole.StandardError.ReadToEndAsync(Token);
        }

        TimeSpan training = watch.Elapsed;
        string expected = Assert.Single(Runs(run));
        Dictionary<string, int> outcomes = [];
        for (int kill = 0; kill < kills; kill++)
        {
            bool inSaving = kill % 3 == 0;
            TimeSpan after = (inSaving ? SavingTime : training) * moments.NextDouble();
            string outcome = await KillAndResumeAsync(run, expected, after, inSaving);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            string moment = FormattableString.Invariant(
                $"{after.TotalMilliseconds:F1} ms into {(inSaving ? "saving" : "training")}"
            );
            LongTests.Record("train", seed, kill + 1, moment, outcome);
        }

        LongTests.Tell("train", outcomes);
        Assert.Equal(kills, outcomes.Values.Sum());
    }

    private static async Task<string> KillAndResumeAsync(SmallRun run, string expected, TimeSpan after, bool inSaving)
    {
        HashSet<string> before = [.. Runs(run)];
        using (Process process = Start(run))
        {
            await UntilAsync(process, inSaving ? "Saving" : "Training,");
            await Task.Delay(after, Token);
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        AssertNothingDamaged(run);
        string? id = Runs(run).SingleOrDefault(known => !before.Contains(known));
        if (id is null)
        {
            return "cleanly absent";
        }

        bool wasSealed = File.Exists(run.FileOf(id, ArtifactFileNames.Manifest));
        CommandResult resumed = await run.CommandLine.RunAsync("train-model", "--resume", id);
        bool wasFinished = resumed.Error.Contains("[run_finished]", StringComparison.Ordinal);
        Assert.True(resumed.ExitCode == 0 || wasFinished, resumed.Error);
        Assert.Equal(run.WeightsOf(expected), run.WeightsOf(id));
        Assert.Equal(run.LogOf(expected), run.LogOf(id));
        AssertNothingDamaged(run);
        Directory.Delete(run.File($"models/{id}"), recursive: true);
        return wasFinished ? "finished before the kill"
            : wasSealed ? "sealed before the kill and registered by resume"
            : inSaving ? "resumed after a kill in saving"
            : "resumed after a kill in training";
    }

    private static void AssertNothingDamaged(SmallRun run)
    {
        ArtifactStore store = new(run.File("models"), TimeProvider.System);
        foreach (RunId id in store.List())
        {
            using StabilityPredictor predictor = StabilityPredictor.Load(store.Open(id).OpenRead);
        }
    }

    private static Process Start(SmallRun run)
    {
        ProcessStartInfo start = ProgramProcess.StartInfo(
            run.Path,
            SmallRun.Arguments(Epochs, "--checkpoint-every", "2")
        );
        start.Environment["Site__SeedDemo"] = "false";
        return Process.Start(start)!;
    }

    private static async Task UntilAsync(Process process, string text)
    {
        while (await process.StandardError.ReadLineAsync(Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new SentinelException(FailureKind.Unavailable, "process_ended", $"It ended before it said {text}.");
    }

    private static IEnumerable<string> Runs(SmallRun run) =>
        Directory
            .GetDirectories(run.File("models"))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => RunId.TryParse(name, out _));
}
