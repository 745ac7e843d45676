using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>One side of the comparison: a program that runs in a process of its own, once for each measurement.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">Before network and thread count.</param>
/// <param name="Variables">Environment beside this process's own.</param>
internal sealed record PeerProcess(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<(string Key, string Value)> Variables
)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The script for PyTorch, run by <paramref name="python"/>.</summary>
    public static PeerProcess Script(string python, IReadOnlyList<(string, string)> variables) =>
        new(python, [Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py")], variables);

    /// <summary>The first Python that has PyTorch, with its version; null if none has.</summary>
    public static (string Python, string Version)? FindPython()
    {
        foreach (var python in (string[])["/usr/bin/python3", "python3"])
        {
            try
            {
                using var process = new PeerProcess(python, [], []).Start([
                    "-c",
                    "import torch; print(torch.__version__)",
                ]);
                var version = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                if (process.ExitCode == 0)
                {
                    return (python, version);
                }
            }
            catch (Win32Exception)
            {
                // No such program; perhaps the next.
            }
        }

        return null;
    }

    /// <summary>Seconds from the start of a process to its first prediction.</summary>
    public double FirstPrediction(string network, int threads)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start([network, Text(threads), "start"]);
        var first = process.StandardOutput.ReadLine();
        var seconds = clock.Elapsed.TotalSeconds;
        End(process, first);
        return seconds;
    }

    /// <summary>What a process says of itself after training and predicting.</summary>
    public PeerNumbers Measure(string network, int threads)
    {
        using var process = Start([network, Text(threads)]);
        var first = process.StandardOutput.ReadLine();
        var line = process.StandardOutput.ReadLine();
        End(process, first);
        return JsonSerializer.Deserialize<PeerNumbers>(line ?? "null", JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{Program} measured nothing.");
    }

    private void End(Process process, string? first)
    {
        process.WaitForExit();
        if (process.ExitCode != 0 || first is null || !first.StartsWith("first ", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{Program} ended with {process.ExitCode} after \"{first}\".");
        }
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Program, [.. Arguments, .. arguments]) { RedirectStandardOutput = true };
        foreach (var (key, value) in Variables)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        // A process that hangs ends its output, and with it the wait for a line.
        _ = Task.Delay(Longest).ContinueWith(_ => Kill(process), TaskScheduler.Default);
        return process;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has long ended.
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
