using System.Globalization;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>Writes rows as they come; the shares of the limits stand in one column.</summary>
internal sealed class PeerTable(TextWriter output)
{
    public void Head(string version)
    {
        output.WriteLine(
            $"| network | threads | what | engine | PyTorch {version} here | times better | goal | PyTorch, reference machine | of 125 or 250 GFLOP/s a core | of this machine's peak |"
        );
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
    }

    public void Write(IEnumerable<PeerRow> rows)
    {
        foreach (var row in rows)
        {
            var goal = row.Goal is { } aim ? $"{aim:0.#} {(row.Ratio >= aim ? "reached" : "MISSED")}" : "";
            var limit = row.LimitGoal is { } share
                ? $" ({share:0 %} {(row.LimitShare >= share ? "reached" : "MISSED")})"
                : "";
            output.WriteLine(
                $"| {row.Network} | {row.Threads} | {row.Quantity} | {Short(row.Engine)} | {Short(row.PyTorch)} | {row.Ratio:F1} | {goal} | {Short(row.Reference)} | {row.LimitShare:0 %}{limit} | {row.PeakShare:0 %} |"
            );
        }

        output.Flush();
    }

    private static string Short(double? value) =>
        value?.ToString(
            value >= 100 ? "#,##0"
                : value >= 1 ? "0.##"
                : "0.000",
            CultureInfo.InvariantCulture
        ) ?? "";
}
