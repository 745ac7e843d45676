using System.Diagnostics;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>A command in a process of its own, killed as by kill -9 at a moment after it first changed a file.</summary>
/// <param name="folder">Its root and current folder.</param>
/// <param name="databaseToo">Whether a change of the database counts, which comes long before one of <c>models/</c> or of a target.</param>
internal sealed class KilledProcess(string folder, bool databaseToo)
{
    private string Database => Path.Combine(folder, "data");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Lets it run to its end.</summary>
    /// <returns>Time from the first change to the end.</returns>
    public async Task<TimeSpan> WholeAsync(params string[] arguments)
    {
        using Process process = await UntilChangeAsync(arguments);
        Stopwatch watch = Stopwatch.StartNew();
        string errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, errors);
        return watch.Elapsed;
    }

    /// <summary>Kills it.</summary>
    /// <param name="after">Time after the first change.</param>
    /// <param name="arguments">As after the program's name.</param>
    /// <returns>Whether it was still at work.</returns>
    public async Task<bool> KillAsync(TimeSpan after, params string[] arguments)
    {
        using Process process = await UntilChangeAsync(arguments);
        await Task.Delay(after, Token);
        bool atWork = !process.HasExited;
        process.Kill();
        await process.WaitForExitAsync(Token);
        return atWork;
    }

    private async Task<Process> UntilChangeAsync(string[] arguments)
    {
        string before = State();
        ProcessStartInfo start = ProgramProcess.StartInfo(folder, arguments);
        start.Environment["Site__SeedDemo"] = "false";
        Process process = Process.Start(start)!;
        while (!process.HasExited && State() == before)
        {
            await Task.Delay(2, Token);
        }

        return process;
    }

    private string State()
    {
        try
        {
            return string.Join(
                '\n',
                new DirectoryInfo(folder)
                    .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                    .Where(entry => databaseToo || !entry.FullName.StartsWith(Database, StringComparison.Ordinal))
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
