using System.Diagnostics;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The program as a process of its own.</summary>
internal static class ProgramProcess
{
    // A published program starts faster than one compiled as it runs: more kills in the same time.
    private static string Assembly =>
        Environment.GetEnvironmentVariable("SENTINEL_PROGRAM") ?? typeof(Program).Assembly.Location;

    /// <summary>
    /// How it is started in a folder that is its root and its current folder, its streams ours: the program under test, or the
    /// one that SENTINEL_PROGRAM names.
    /// </summary>
    public static ProcessStartInfo StartInfo(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
            Environment = { ["Site__Root"] = folder, ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        start.ArgumentList.Add(Assembly);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
