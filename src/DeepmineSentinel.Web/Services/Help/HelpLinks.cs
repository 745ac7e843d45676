namespace DeepmineSentinel.Web.Services.Help;

/// <summary>Where a link of a Markdown file leads on the site: the same files are read on code hosts, where it leads to a file.</summary>
internal static class HelpLinks
{
    /// <summary>Address of the site in the files: where it listens by default.</summary>
    private const string Site = "http://localhost:5080";
    private const string Guide = "docs/help/";
    private const string Documents = "docs/";
    private const string Pictures = "docs/pictures/";
    private const string Extension = ".md";

    /// <summary>Name of the page that lists the others.</summary>
    public const string First = "README";

    /// <summary>Address of the page that a file becomes.</summary>
    /// <param name="file">Path from the repository's root, with slashes.</param>
    /// <returns><c>null</c>: it becomes none.</returns>
    public static string? AddressOf(string file)
    {
        if (!file.EndsWith(Extension, StringComparison.Ordinal))
        {
            return file.StartsWith(Pictures, StringComparison.Ordinal) ? $"/help/pictures/{NameOf(file)}" : null;
        }

        string name = NameOf(file)[..^Extension.Length];
        if (file.StartsWith(Guide, StringComparison.Ordinal))
        {
            return name == First ? "/help" : $"/help/{name}";
        }

        return file == $"{Documents}{name}{Extension}" ? $"/help/reference/{name}" : null;
    }

    /// <summary>Where a link leads.</summary>
    /// <param name="from">The file that it stands in.</param>
    /// <param name="target">What is written there.</param>
    /// <returns><c>null</c>: to nothing that the site shows.</returns>
    public static string? Resolve(string from, string target)
    {
        if (target.StartsWith(Site, StringComparison.Ordinal))
        {
            return target.Length == Site.Length ? "/" : target[Site.Length..];
        }

        if (target.StartsWith('#') || Uri.TryCreate(target, UriKind.Absolute, out _))
        {
            return target;
        }

        int hash = target.IndexOf('#', StringComparison.Ordinal);
        string path = hash < 0 ? target : target[..hash];
        string? address = AddressOf(Normal(from, path));
        return address is null || hash < 0 ? address : address + target[hash..];
    }

    private static string NameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static string Normal(string from, string path)
    {
        Stack<string> parts = new(from.Split('/')[..^1]);
        foreach (string part in path.Split('/'))
        {
            if (part == "..")
            {
                parts.TryPop(out _);
            }
            else if (part is not ("" or "."))
            {
                parts.Push(part);
            }
        }

        return string.Join('/', parts.Reverse());
    }
}
