using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>
/// Puts an export where a person asked for it: written beside the target, then renamed, so that the target is there whole or
/// not at all. Parent folders are made, and go again when the export failed.
/// </summary>
public static class ExportTarget
{
    private const string Zip = ".zip";

    /// <summary>Whether a path means one zip file; every other one means a folder.</summary>
    public static bool IsZip(string path) => path.EndsWith(Zip, StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes an export.</summary>
    /// <param name="path">Absolute path; one that ends in <c>.zip</c> becomes a file, else a folder.</param>
    /// <param name="content">What goes in.</param>
    /// <param name="force">Whether an export that is there already is replaced.</param>
    /// <param name="cancellationToken">Stops; nothing is left then.</param>
    /// <exception cref="SentinelException">
    /// <c>export_exists</c>: something is there that may not be replaced. <c>export_failed</c>: the disk refused it.
    /// </exception>
    public static void Write(string path, ExportContent content, bool force, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        RequireFree(path, content, force);
        string parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path)) ?? path;
        string? made = FirstMissing(parent);
        try
        {
            Directory.CreateDirectory(parent);
            if (IsZip(path))
            {
                DurableFile.Write(path, stream => ZipExport.Write(stream, content, cancellationToken), force);
            }
            else
            {
                WriteFolder(Path.TrimEndingDirectorySeparator(path), content, cancellationToken);
            }
        }
        catch (Exception exception)
        {
            RemoveEmpty(parent, made);
            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new SentinelException(
                    FailureKind.Unavailable,
                    "export_failed",
                    $"The export could not be written to {path}: {exception.Message}",
                    exception
                );
            }

            throw;
        }
    }

    private static void RequireFree(string path, ExportContent content, bool force)
    {
        bool wrongKind = IsZip(path) ? Directory.Exists(path) : File.Exists(path);
        if (wrongKind)
        {
            throw Exists($"{path} is a {(IsZip(path) ? "folder" : "file")}; choose another path");
        }

        bool there = IsZip(path)
            ? File.Exists(path)
            : Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any();
        if (there && !force)
        {
            throw Exists($"{path} exists already; --force replaces it");
        }

        // A folder is replaced with all that is in it, so nothing may be in it but an export.
        if (there && !IsZip(path) && !HoldsNothingBut(path, content))
        {
            throw Exists($"{path} holds other files than an export of a run; choose another folder");
        }
    }

    private static bool HoldsNothingBut(string folder, ExportContent content)
    {
        HashSet<string> names = [.. content.Files.Select(file => file.Name), .. ExportedFolder.NamesBeside];
        names.UnionWith(ExportedFolder.ListedIn(folder));
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .All(file => names.Contains(Path.GetRelativePath(folder, file).Replace('\\', '/')));
    }

    private static void WriteFolder(string path, ExportContent content, CancellationToken cancellationToken)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}{DurableFile.Unfinished}";
        try
        {
            foreach (ExportFile file in content.Files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                string target = Path.Combine(temporary, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                DurableFile.Write(target, file.Write);
            }

            string? old = Directory.Exists(path) ? Trash.MoveAside(path) : null;
            Directory.Move(temporary, path);
            DurableFile.FlushFolder(Path.GetDirectoryName(path)!);
            if (old is not null)
            {
                Trash.Delete(old);
            }
        }
        finally
        {
            Trash.Delete(temporary);
        }
    }

    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (string? at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing = at;
        }

        return missing;
    }

    private static void RemoveEmpty(string parent, string? made)
    {
        for (
            string? at = parent;
            made is not null && at is not null && at.Length >= made.Length;
            at = Path.GetDirectoryName(at)
        )
        {
            if (Directory.Exists(at) && !Directory.EnumerateFileSystemEntries(at).Any())
            {
                Directory.Delete(at);
            }
        }
    }

    private static SentinelException Exists(string reason) =>
        new(FailureKind.Conflict, "export_exists", $"Nothing was exported: {reason}.");
}
