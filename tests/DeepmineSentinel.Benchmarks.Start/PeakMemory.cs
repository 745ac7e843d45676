using System.Diagnostics;
using System.Globalization;

namespace DeepmineSentinel.Benchmarks.Start;

/// <summary>The most memory this process has had in RAM. Linux hands the parent's peak on in `ru_maxrss`, so VmHWM is read.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";

    public static double Megabytes()
    {
        if (!File.Exists(Status))
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }

        var line = File.ReadLines(Status).First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line[6..^2], CultureInfo.InvariantCulture) / 1024;
    }
}
