using System.Reflection;
using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Services.Help;

/// <summary>The pages of help. Their Markdown files are inside the program, so that help and program are of one version.</summary>
public sealed class HelpShelf
{
    private const string Folder = "docs/help/";
    private const string Original = "en";

    /// <summary>Where the pictures of help lie among the program's resources.</summary>
    internal const string PictureSpace = "DeepmineSentinel.HelpPictures";

    private static readonly Assembly Program = typeof(HelpShelf).Assembly;
    private readonly Lazy<Dictionary<(string Address, string Language), HelpPage>> pages = new(ReadAll);

    /// <summary>All pages in all languages.</summary>
    public IReadOnlyCollection<HelpPage> All => pages.Value.Values;

    /// <summary>The pages that tell how to do something, in the order of the first one's list.</summary>
    public IReadOnlyList<HelpPage> Guide(string language)
    {
        HelpPage first = Find("/help", language);
        return
        [
            first,
            .. first
                .Links.Where(link => link.StartsWith("/help/", StringComparison.Ordinal) && !link.Contains('#'))
                .Where(link => !link.StartsWith("/help/reference/", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Select(link => Find(link, language)),
        ];
    }

    /// <summary>A page in the reader's language, or in English where it is not translated.</summary>
    /// <param name="address">Such as <c>/help/quickstart</c>.</param>
    /// <param name="language">The reader's, two letters.</param>
    /// <exception cref="SentinelException"><c>help_not_found</c>.</exception>
    public HelpPage Find(string address, string language) =>
        pages.Value.GetValueOrDefault((address, language))
        ?? pages.Value.GetValueOrDefault((address, Original))
        ?? throw new SentinelException(FailureKind.NotFound, "help_not_found", "There is no such page of help.");

    private static Dictionary<(string Address, string Language), HelpPage> ReadAll()
    {
        ILookup<bool, string> files = Program
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("docs/", StringComparison.Ordinal))
            .ToLookup(name => LanguageOf(name) == Original);
        Dictionary<string, HelpPage> originals = files[true]
            .Select(file => HelpMarkdown.PageOf(file, Original, Read(file)))
            .ToDictionary(page => page.Address);
        return originals
            .Values.Concat(
                files[false]
                    .Select(file =>
                        HelpMarkdown.PageOf(
                            file,
                            LanguageOf(file),
                            Read(file),
                            originals.GetValueOrDefault(HelpLinks.AddressOf(file)!)
                        )
                    )
            )
            .ToDictionary(page => (page.Address, page.Language));
    }

    // docs/help/es/alerts.md is Spanish, docs/help/alerts.md English.
    private static string LanguageOf(string file)
    {
        string inside = file.StartsWith(Folder, StringComparison.Ordinal) ? file[Folder.Length..] : "";
        int slash = inside.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Original : inside[..slash];
    }

    private static string Read(string name)
    {
        using StreamReader reader = new(Program.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
