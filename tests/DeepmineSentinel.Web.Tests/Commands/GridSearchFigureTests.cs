using System.Diagnostics;
using System.Globalization;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Commands;

/// <summary>A hundred trials on the demo mine: minutes, hence only where SENTINEL_LONG_TESTS=1 asks for it.</summary>
public sealed class GridSearchFigureTests(TrainedMine mine)
{
    private const int Trials = 100;

    [Fact]
    public async Task A_hundred_trials_need_no_more_memory_than_ten_and_answer_from_the_cache_within_two_seconds()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1",
            "A search of a hundred trials takes minutes; set SENTINEL_LONG_TESTS=1 to run it."
        );
        using CommandFolder folder = new();
        mine.CopyTo(folder.Path);
        string rates = string.Join(',', Enumerable.Range(1, Trials).Select(Rate));
        folder.Write(
            "grid.json",
            $$"""{"learning_rate": [{{rates}}], "static_layers": [[8]], "recurrent_layers": [[4]], "fusion_layers": [[8]]}"""
        );
        await using HeldMemory error = new();

        CommandResult first = await SearchAsync(folder, error);
        Stopwatch watch = Stopwatch.StartNew();
        CommandResult cached = await SearchAsync(folder, new StringWriter());
        watch.Stop();

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(Trials, first.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.Equal(0, cached.Json.GetProperty("search").GetProperty("trained").GetInt32());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        Assert.Equal(Trials, error.Bytes.Count);
        double early = error.Bytes.Skip(5).Take(10).Average();
        double late = error.Bytes.TakeLast(10).Average();
        Assert.InRange(late / early, 0, 1.2);
    }

    private static string Rate(int trial) => (trial * 1e-4).ToString("R", CultureInfo.InvariantCulture);

    private static Task<CommandResult> SearchAsync(CommandFolder folder, TextWriter error) =>
        folder.CommandLine.RunAsync(
            new CommandStart(
                [
                    "grid-search",
                    "--grid",
                    "grid.json",
                    "--network",
                    "compact",
                    "--epochs",
                    "2",
                    "--promote",
                    "never",
                    "--json",
                ],
                null,
                error
            ),
            TestContext.Current.CancellationToken
        );

    /// <summary>Looks at what is held whenever a trial is told.</summary>
    private sealed class HeldMemory : StringWriter
    {
        public List<long> Bytes { get; } = [];

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith("trial ", StringComparison.Ordinal) == true)
            {
                Bytes.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
