using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using DeepmineSentinel.Web.Tests.Pages;
using DeepmineSentinel.Web.Tests.Running;

namespace DeepmineSentinel.Web.Tests.Importing;

/// <summary>
/// Kill -9 and a full disk in the middle of an undo: it has happened or not, and the same command ends the work. A kill each among
/// the ordinary tests; SENTINEL_LONG_TESTS=1 makes 50 of the command's, or SENTINEL_KILLS, drawn by SENTINEL_KILL_SEED.
/// </summary>
public sealed class KilledUndoTests
{
    private const long Some = 256 << 10;
    private static readonly string[] Command =
    [
        "import-data",
        "undo",
        ChangedReadings.Import.ToString(CultureInfo.InvariantCulture),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_command_has_undone_all_or_nothing()
    {
        using CommandFolder home = await ChangedReadings.FolderAsync();
        string before = await ChangedReadings.StateAsync(home.Path);
        using CommandFolder whole = await ChangedReadings.FolderAsync();
        long longest = await RunAsync(whole, long.MaxValue);
        await ChangedReadings.AssertUndoneAsync(whole.Path);
        Assert.True(longest > 2 * Some, $"The undo writes {longest} bytes only: no middle to kill it in.");

        int kills = LongTests.Asked ? LongTests.Number("SENTINEL_KILLS", 50) : 1;
        int seed = LongTests.Number("SENTINEL_KILL_SEED", 1);
        Random moments = new(seed);
        Dictionary<string, int> outcomes = [];
        for (int kill = 0; kill < kills; kill++)
        {
            using CommandFolder killed = await ChangedReadings.FolderAsync();
            // A little beyond the longest too: around the commit and after it.
            long at = Some + (long)(moments.NextDouble() * (longest * 1.1 - Some));
            long reached = await RunAsync(killed, at);
            bool undone = await ChangedReadings.IsUndoneAsync(killed.Path);
            string outcome = undone ? "undone" : "not undone";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            LongTests.Record("undo", seed, kill + 1, $"after {reached} bytes of the log", outcome);
            if (undone)
            {
                await ChangedReadings.AssertUndoneAsync(killed.Path);
                continue;
            }

            Assert.Equal(before, await ChangedReadings.StateAsync(killed.Path));
            CommandResult again = await killed.CommandLine.RunAsync(Command);
            Assert.True(again.ExitCode == 0, again.Error);
            await ChangedReadings.AssertUndoneAsync(killed.Path);
        }

        LongTests.Tell("undo", outcomes);
    }

    [Fact]
    public async Task A_killed_site_says_afterwards_that_nothing_was_undone_and_undoes_it_when_asked_again()
    {
        using CommandFolder home = await ChangedReadings.FolderAsync();
        string before = await ChangedReadings.StateAsync(home.Path);
        string address = $"/imports/{ChangedReadings.Import}";
        await using (RunningSite site = await RunningSite.StartAsync(home.Path))
        {
            long start = new DatabaseFile(home.Path).LogLength;
            Task pressed = PressAsync(site, address);
            await Eventually.TrueAsync(() =>
                pressed.IsCompleted || new DatabaseFile(home.Path).LogLength > start + Some
            );
            await site.KillAsync();
            await pressed.ContinueWith(
                _ => { },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
        }

        Assert.False(await ChangedReadings.IsUndoneAsync(home.Path), "The undo was over before the kill.");
        Assert.Equal(before, await ChangedReadings.StateAsync(home.Path));
        await using RunningSite again = await RunningSite.StartAsync(home.Path);
        string page = await again.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token);
        Assert.Contains("The site ended before the undo did.", page, StringComparison.Ordinal);
        await PressAsync(again, address);
        await Eventually.TrueAsync(() => ChangedReadings.IsUndoneAsync(home.Path));
        await ChangedReadings.AssertUndoneAsync(home.Path);
        page = await again.Client.GetStringAsync(new Uri(address, UriKind.Relative), Token);
        Assert.DoesNotContain("The site ended before", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public async Task A_full_disk_leaves_everything_as_it_was_and_says_so(int free)
    {
        using CommandFolder home = await ChangedReadings.FolderAsync();
        using SmallDisk disk = SmallDisk.Over(Path.Combine(home.Path, "data"));
        string before = await ChangedReadings.StateAsync(home.Path);
        disk.LeaveFree(free);

        CommandResult refused = await home.CommandLine.RunAsync(Command);

        Assert.True(refused.ExitCode == 1, refused.Error + refused.Output);
        Assert.Matches(@"\[database_(full|unavailable)\]", refused.Error);
        Assert.DoesNotContain("defect", refused.Error, StringComparison.Ordinal);
        disk.Free();
        Assert.Equal(before, await ChangedReadings.StateAsync(home.Path));
        CommandResult again = await home.CommandLine.RunAsync(Command);
        Assert.True(again.ExitCode == 0, again.Error);
        await ChangedReadings.AssertUndoneAsync(home.Path);
    }

    // Kills the command once the log of the database is as long; gives the longest that it was.
    private static async Task<long> RunAsync(CommandFolder home, long killAt)
    {
        ProcessStartInfo start = ProgramProcess.StartInfo(home.Path, Command);
        start.Environment["Site__SeedDemo"] = "false";
        using Process process = Process.Start(start)!;
        DatabaseFile file = new(home.Path);
        long longest = 0;
        while (!process.HasExited && longest < killAt)
        {
            longest = Math.Max(longest, file.LogLength);
            await Task.Delay(1, Token);
        }

        process.Kill();
        await process.WaitForExitAsync(Token);
        return longest;
    }

    private static async Task PressAsync(RunningSite site, string address)
    {
        string html = await site.Client.GetStringAsync(new Uri($"{address}/undo", UriKind.Relative), Token);
        IHtmlDocument question = await PageSite.ParseAsync(html);
        using FormUrlEncodedContent form = new(PageSite.Filled(question.Forms.First(one => one.Method == "post")));
        using HttpResponseMessage answer = await site.Client.PostAsync(
            new Uri($"{address}/undo", UriKind.Relative),
            form,
            Token
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
