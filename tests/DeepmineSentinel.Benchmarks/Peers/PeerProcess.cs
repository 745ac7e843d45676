using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>Runs one side in a process of its own and reads what it says.</summary>
internal static class PeerProcess
{
    public static PeerNumbers Engine(string network, int threads) =>
        Measure(Environment.ProcessPath!, [.. Host(), "peers", "child"], network, threads);

    public static PeerNumbers Script(string python, string network, int threads) =>
        Measure(python, [Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py")], network, threads);

    /// <summary>The first Python that has PyTorch, with its version; null if none has.</summary>
    public static (string Python, string Version)? FindPython()
    {
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            try
            {
                using var process = Start(python, ["-c", "import torch; print(torch.__version__)"]);
                var version = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                if (process.ExitCode == 0)
                {
                    return (python, version);
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // No such program; perhaps the next.
            }
        }

        return null;
    }

    /// <summary>Through `dotnet` the program is the first argument.</summary>
    private static string[] Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ? [Path.Combine(AppContext.BaseDirectory, "DeepmineSentinel.Benchmarks.dll")]
            : [];

    private static PeerNumbers Measure(string program, string[] arguments, string network, int threads)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(program, [.. arguments, network, threads.ToString(CultureInfo.InvariantCulture)]);
        var first = process.StandardOutput.ReadLine();
        var start = clock.Elapsed.TotalSeconds;
        var line = process.StandardOutput.ReadLine();
        process.WaitForExit();
        if (first != "first" || line is null || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {first} {line}");
        }

        return JsonSerializer.Deserialize<PeerNumbers>(line, JsonSerializerOptions.Web)! with
        {
            StartSeconds = start,
        };
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
}
