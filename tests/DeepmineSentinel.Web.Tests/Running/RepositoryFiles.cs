using System.Runtime.CompilerServices;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>Files of the repository that tests read.</summary>
internal static class RepositoryFiles
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Text of a file.</summary>
    /// <param name="path">From the root, with slashes.</param>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Every Markdown file for people: from the root, with slashes.</summary>
    public static IEnumerable<string> Markdown() =>
        Directory
            .EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'));

    private static string Find([CallerFilePath] string source = "")
    {
        DirectoryInfo folder = new FileInfo(source).Directory!;
        while (!File.Exists(Path.Combine(folder.FullName, "DeepmineSentinel.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
