using System.Globalization;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>`peers [rounds] [--only R1|R2] [--threads N] [--json FILE] [--tries]`.</summary>
/// <param name="Rounds">How often both sides run in turn, 1 to 99; the figures are medians.</param>
/// <param name="Networks">R1, R2 or both.</param>
/// <param name="Threads">Thread counts.</param>
/// <param name="Json">File for the figures, written anew after each network and thread count; null for none.</param>
/// <param name="Tries">Whether to run PyTorch alone in every environment that was thought of.</param>
internal sealed record PeerOptions(
    int Rounds,
    IReadOnlyList<string> Networks,
    IReadOnlyList<int> Threads,
    string? Json,
    bool Tries
)
{
    /// <exception cref="FormatException">An argument is not understood; the message says which.</exception>
    public static PeerOptions Parse(string[] args)
    {
        var options = new PeerOptions(3, ["R1", "R2"], [1, 2], null, false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--tries" => options with { Tries = true },
                "--only" => options with { Networks = [Value(args, ++i, text => text is "R1" or "R2")] },
                "--threads" => options with { Threads = [Number(Value(args, ++i, IsCount))] },
                "--json" => options with { Json = Value(args, ++i, text => text.Length > 0) },
                var text when i == 0 && IsCount(text) => options with { Rounds = Number(text) },
                var text => throw new FormatException(
                    $"`peers` does not know {text}: [rounds] [--only R1|R2] [--threads N] [--json FILE] [--tries]."
                ),
            };
        }

        return options;
    }

    private static string Value(string[] args, int i, Func<string, bool> valid) =>
        i < args.Length && valid(args[i])
            ? args[i]
            : throw new FormatException($"{args[i - 1]} needs a value that it knows (R1 or R2, a number, a file).");

    private static bool IsCount(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 99;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
