using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>The engine's side: the small program beside this project, published with code compiled ahead of time.</summary>
internal static class SmallProgram
{
    private const string Name = "DeepmineSentinel.Benchmarks.Start";

    /// <summary>Publishes it under this program's own folder; the second time takes a second or two.</summary>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static string Publish()
    {
        var built = Path.Combine(AppContext.BaseDirectory, "small-program");
        var target = Path.Combine(built, "out");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                .. (string[])
                    ["publish", Path.Combine(Tests(), Name), "-c", "Release", "-o", target, "--nologo", "-v", "q"],
                // Another graph than the repository's lock files describe, and folders of its own.
                .. (string[])["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false"],
                .. (string[])["--artifacts-path", built, "-p:PublishReadyToRun=true"],
                .. (string[])["-p:RestorePackagesWithLockFile=false", "-p:NuGetLockFilePath=none.json"],
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(target, Name)
            : throw new InvalidOperationException($"{Name} could not be published: {said}");
    }

    private static string Tests()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, Name)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"The folder of {Name} was not found.");
    }
}
