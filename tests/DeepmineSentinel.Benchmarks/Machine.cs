using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DeepmineSentinel.Benchmarks;

/// <summary>The day and the machine of a measurement, in one line.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var vectors =
            Vector512.IsHardwareAccelerated ? "AVX-512"
            : Vector256.IsHardwareAccelerated ? "AVX2"
            : "no wide vectors";
        return $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} cores, {Processor()}, {vectors}, .NET {Environment.Version}";
    }

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
