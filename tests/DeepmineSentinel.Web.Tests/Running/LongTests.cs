using System.Globalization;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>SENTINEL_LONG_TESTS=1 runs long proofs in full; ordinary tests take a short sample of each.</summary>
internal static class LongTests
{
    public static bool Asked => Environment.GetEnvironmentVariable("SENTINEL_LONG_TESTS") == "1";

    /// <summary>A count or a seed from the environment.</summary>
    public static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number)
            ? number
            : otherwise;

    /// <summary>
    /// Adds what became of one kill to the file SENTINEL_KILL_REPORT where that is set, at once: a proof cut off has still shown
    /// what it has shown.
    /// </summary>
    /// <param name="proof">What was killed.</param>
    /// <param name="seed">What drew the moments.</param>
    /// <param name="kill">From 1.</param>
    /// <param name="moment">When it was killed.</param>
    /// <param name="outcome">What was found.</param>
    public static void Record(string proof, int seed, int kill, string moment, string outcome)
    {
        if (Environment.GetEnvironmentVariable("SENTINEL_KILL_REPORT") is { } report)
        {
            File.AppendAllLines(report, [$"{proof},seed {seed},kill {kill},{moment},{outcome}"]);
        }
    }

    /// <summary>Tells how often each outcome was found.</summary>
    public static void Tell(string proof, IEnumerable<KeyValuePair<string, int>> outcomes) =>
        TestContext.Current.SendDiagnosticMessage(
            proof
                + ": "
                + string.Join("; ", outcomes.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))
        );
}
