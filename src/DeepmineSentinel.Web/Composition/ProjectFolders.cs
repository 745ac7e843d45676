namespace DeepmineSentinel.Web.Composition;

/// <summary>Where the product's own folders lie, whatever the current folder is.</summary>
/// <param name="Root">Holds <c>models/</c> and <c>data/</c>.</param>
/// <param name="Content">Holds appsettings.json and wwwroot.</param>
/// <param name="StaticData">Holds the shipped CSV files.</param>
public sealed record ProjectFolders(string Root, string Content, string StaticData)
{
    private const string Marker = "DeepmineSentinel.sln";

    /// <summary>Folder of the site's content: the project's in a checkout, the program's where it was published.</summary>
    public static string FindContent() =>
        FindSolution(AppContext.BaseDirectory) is { } solution
        && Path.Combine(solution, "src", "DeepmineSentinel.Web") is var project
        && File.Exists(Path.Combine(project, "appsettings.json"))
            ? project
            : AppContext.BaseDirectory;

    /// <summary>Finds all folders.</summary>
    /// <param name="content">Content root.</param>
    /// <param name="configuredRoot">Site:Root; null: upward from the content root, else the content root itself.</param>
    public static ProjectFolders Find(string content, string? configuredRoot)
    {
        string home = FindSolution(content) ?? content;
        string root = string.IsNullOrWhiteSpace(configuredRoot) ? home : Path.GetFullPath(configuredRoot, home);
        return new ProjectFolders(root, content, Path.Combine(home, "static-data"));
    }

    private static string? FindSolution(string from)
    {
        DirectoryInfo? folder = new(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Marker)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
