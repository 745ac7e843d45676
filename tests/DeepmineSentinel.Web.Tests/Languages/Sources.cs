using System.Text.RegularExpressions;

namespace DeepmineSentinel.Web.Tests.Languages;

/// <summary>What the sources say: the texts they ask the table for, and every literal.</summary>
internal static partial class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Code and views of the products, with paths from the root.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)
            )
            .Select(path => (Path: Path.GetRelativePath(Root, path).Replace('\\', '/'), Full: path))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Select(file => (file.Path, File.ReadAllText(file.Full))),
    ];

    /// <summary>The keys that <c>T[...]</c>, <c>T.Html</c>, <c>Texts.Of</c>, <c>Count</c> and messages of forms name, with files.</summary>
    public static IEnumerable<(string Path, string Key)> Keys() =>
        Files.SelectMany(file =>
            Asked()
                .Matches(file.Text)
                .SelectMany(match => match.Groups["key"].Captures)
                .Select(capture => (file.Path, Regex.Unescape(capture.Value)))
        );

    /// <summary>Every string in quotes, as tables of words come to the page through variables, and every key.</summary>
    public static IEnumerable<string> Literals() =>
        Files
            .SelectMany(file => Quoted().Matches(file.Text))
            .Select(match => Plain(match.Groups["key"].Value))
            .Concat(Keys().Select(key => key.Key));

    /// <summary>Every sentence that the code can write, its values as numbered places; see <see cref="SourceTemplates"/>.</summary>
    public static IReadOnlySet<string> Templates { get; } =
        Files
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => SourceTemplates.Of(file.Text))
            .ToHashSet(StringComparer.Ordinal);

    private static string Plain(string literal)
    {
        try
        {
            return Regex.Unescape(literal);
        }
        catch (RegexParseException)
        {
            return literal; // a verbatim string, which is no text for people
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }

    // In a pattern of its own: a string in quotes.
    private const string Key = @"""(?<key>(?:[^""\\\r\n]|\\.)*)""";
    private const string One = @"\b(?:T\[|T\.Html\(|Texts\.(?:Of|Around)\()\s*" + Key;
    private const string Chosen =
        @"\b(?:T\[|T\.Html\(|Texts\.(?:Of|Around)\()[^""\[\];]*?\?\s*" + Key + @"\s*:\s*" + Key;
    private const string Plural = @"\b(?:T|Texts)\.Count\([^""]*?,\s*" + Key + @",\s*" + Key;
    private const string OfScripts = @"\bT\.ForScripts\((?:\s*" + Key + @",?)+";
    private const string OfForms = @"\bErrorMessage\s*=\s*" + Key;

    [GeneratedRegex(One + "|" + Chosen + "|" + Plural + "|" + OfScripts + "|" + OfForms)]
    private static partial Regex Asked();

    [GeneratedRegex(Key)]
    private static partial Regex Quoted();
}
