using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Commands.ModelVersions;

/// <summary>Prints what goes and what stays, and why.</summary>
internal static class PruneText
{
    public static void Write(IReadOnlyList<PruneItem> items, bool dryRun, TextWriter output)
    {
        Part(dryRun ? "Would go" : "Gone", items.Where(item => item.Action != PruneAction.Keep), output);
        output.WriteLine();
        Part("Stays", items.Where(item => item.Action == PruneAction.Keep), output);
    }

    private static void Part(string title, IEnumerable<PruneItem> items, TextWriter output)
    {
        PruneItem[] part = [.. items];
        long bytes = part.Where(item => item.Problem is null).Sum(item => item.Bytes);
        output.WriteLine($"{title}: {part.Length}, {ByteCount.Text(bytes)}");
        foreach (PruneItem item in part)
        {
            string name = item.Kind switch
            {
                "snapshot" => $"data {item.Name[..12]}...",
                "evaluation" => $"folds {item.Name[..12]}...",
                "checkpoints" => $"{item.Name} checkpoints",
                _ => item.Name,
            };
            string how = item.Action == PruneAction.Compress ? "is compressed: it " : "";
            string problem = item.Problem is { } reason ? $" NOT DONE: {reason}" : "";
            output.WriteLine($"  {name, -24} {ByteCount.Text(item.Bytes), 10}  {how}{item.Reason}{problem}");
        }
    }
}
