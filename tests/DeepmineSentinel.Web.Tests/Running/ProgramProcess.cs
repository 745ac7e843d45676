using System.Diagnostics;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>The program as a process of its own.</summary>
internal static class ProgramProcess
{
    /// <summary>How it is started in a folder that is its root and its current folder, its streams ours.</summary>
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
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
