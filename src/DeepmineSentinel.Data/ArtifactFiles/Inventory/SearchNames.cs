using System.Text.RegularExpressions;

namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>
/// Every run id and hash that stands in the result or the description of a search. Its files are read as text on purpose: what
/// a damaged line names is kept as well.
/// </summary>
internal static partial class SearchNames
{
    private const long LongestFile = 16 << 20;
    private static readonly string[] Files = ["result.json", "experiment.json"];

    public static (HashSet<string> Runs, HashSet<string> Hashes) Read(string experiments)
    {
        HashSet<string> runs = [];
        HashSet<string> hashes = [];
        foreach (string folder in Directory.Exists(experiments) ? Directory.EnumerateDirectories(experiments) : [])
        {
            foreach (string text in Files.Select(name => TextOf(Path.Combine(folder, name))))
            {
                runs.UnionWith(Run().Matches(text).Select(match => match.Value));
                hashes.UnionWith(Hash().Matches(text).Select(match => match.Value));
            }
        }

        return (runs, hashes);
    }

    private static string TextOf(string path)
    {
        FileInfo file = new(path);
        return file.Exists && file.Length <= LongestFile ? File.ReadAllText(path) : "";
    }

    [GeneratedRegex("[0-9]{8}_[0-9]{6}_[0-9a-f]{8}", RegexOptions.CultureInvariant)]
    private static partial Regex Run();

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
