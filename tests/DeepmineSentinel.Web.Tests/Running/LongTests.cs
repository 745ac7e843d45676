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

    /// <summary>Tells what was found, and adds it to the file SENTINEL_KILL_REPORT where that is set.</summary>
    public static void Report(string proof, IEnumerable<KeyValuePair<string, int>> outcomes)
    {
        string[] lines = [.. outcomes.OrderBy(pair => pair.Key).Select(pair => $"{proof},{pair.Key},{pair.Value}")];
        TestContext.Current.SendDiagnosticMessage(string.Join("; ", lines));
        if (Environment.GetEnvironmentVariable("SENTINEL_KILL_REPORT") is { } report)
        {
            File.AppendAllLines(report, lines);
        }
    }
}
