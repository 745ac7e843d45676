using System.Diagnostics;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>A command in a process of its own, killed as by kill -9 at a moment after it first changed a file.</summary>
internal static class KilledProcess
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets it run to its end.</summary>
    /// <returns>Time from the first change to the end.</returns>
    public static async Task<TimeSpan> WholeAsync(string folder, params string[] arguments)
    {
        using Process process = await UntilChangeAsync(folder, arguments);
        Stopwatch watch = Stopwatch.StartNew();
        string errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, errors);
        return watch.Elapsed;
    }

    /// <summary>Kills it.</summary>
    /// <param name="folder">Its root and current folder.</param>
    /// <param name="after">Time after the first change.</param>
    /// <param name="arguments">As after the program's name.</param>
    /// <returns>Whether it was still at work.</returns>
    public static async Task<bool> KillAsync(string folder, TimeSpan after, params string[] arguments)
    {
        using Process process = await UntilChangeAsync(folder, arguments);
        await Task.Delay(after, Token);
        bool atWork = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(Token);
        return atWork;
    }

    private static async Task<Process> UntilChangeAsync(string folder, string[] arguments)
    {
        string before = StateOf(folder);
        ProcessStartInfo start = ProgramProcess.StartInfo(folder, arguments);
        start.Environment["Site__SeedDemo"] = "false";
        Process process = Process.Start(start)!;
        while (!process.HasExited && StateOf(folder) == before)
        {
            await Task.Delay(2, Token);
        }

        return process;
    }

    private static string StateOf(string folder)
    {
        try
        {
            return string.Join(
                '\n',
                new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                    .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc.Ticks}")
                    .Order(StringComparer.Ordinal)
            );
        }
        catch (IOException)
        {
            return "changing";
        }
    }
}
