namespace DeepmineSentinel.Data.Files;

/// <summary>
/// Folders on their way out. One is renamed first, which happens whole or not at all, and then emptied; what a crash left is
/// swept at the next start.
/// </summary>
internal static class Trash
{
    /// <summary>Ending of folders that are being removed.</summary>
    public const string Ending = ".trash";

    /// <summary>Age from which something unfinished is taken for left behind.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Whether a path lies in something unfinished or being removed.</summary>
    public static bool IsLeftover(string path) =>
        path.Split('/', '\\')
            .Any(part =>
                part.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal)
                || part.EndsWith(Ending, StringComparison.Ordinal)
            );

    /// <summary>Gives a folder a name that nothing looks for.</summary>
    /// <returns>Its new path.</returns>
    public static string MoveAside(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(folder);
        string aside = $"{path}.{Path.GetRandomFileName()}{Ending}";
        Directory.Move(path, aside);
        DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
        return aside;
    }

    /// <summary>Removes a folder with all in it; one that is gone already is no matter.</summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process swept it at the same moment.
        }
    }

    /// <summary>Removes what is left of removals and of writing that was cut off; what the disk refuses stays for the next time.</summary>
    /// <param name="parent">Folder to look in; not below it.</param>
    /// <param name="now">The present, UTC.</param>
    /// <returns>How many folders and files went.</returns>
    public static int Sweep(string parent, DateTime now)
    {
        if (!Directory.Exists(parent))
        {
            return 0;
        }

        int swept = 0;
        EnumerationOptions all = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        foreach (FileSystemInfo entry in new DirectoryInfo(parent).EnumerateFileSystemInfos("*", all))
        {
            bool unfinished =
                entry.Name.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal)
                && now - entry.LastWriteTimeUtc > Abandoned;
            if (unfinished || entry.Name.EndsWith(Ending, StringComparison.Ordinal))
            {
                swept += TryRemove(entry) ? 1 : 0;
            }
        }

        return swept;
    }

    private static bool TryRemove(FileSystemInfo entry)
    {
        try
        {
            if (entry is DirectoryInfo { LinkTarget: null } folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
