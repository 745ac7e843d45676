using System.Diagnostics;

namespace DeepmineSentinel.Browser.Tests.Running;

/// <summary>The program under test as a user starts it: a process with a folder of its own.</summary>
internal static class SiteProgram
{
    private static string Assembly { get; } =
        Environment.GetEnvironmentVariable("SENTINEL_PROGRAM") ?? typeof(Program).Assembly.Location;

    /// <summary>How it is started.</summary>
    /// <param name="folder">Its root and current folder.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="arguments">A command; none: the site.</param>
    public static ProcessStartInfo StartInfo(
        string folder,
        IEnumerable<(string Name, string Value)> settings,
        params string[] arguments
    )
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["Site__Root"] = folder,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            },
        };
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it wrote on stdout.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message is its stderr.</exception>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using Process process = Process.Start(StartInfo(folder, [], arguments))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(await error);
    }
}
