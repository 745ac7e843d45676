using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace DeepmineSentinel.Torch.Tests;

/// <summary>Runs all tests with as many threads as SENTINEL_TEST_THREADS says; one if it says nothing.</summary>
internal static class TestThreads
{
    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable("SENTINEL_TEST_THREADS") is { Length: > 0 } threads)
        {
            torch.set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        }
    }
}
