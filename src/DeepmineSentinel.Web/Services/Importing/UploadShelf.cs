using System.Security.Cryptography;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Web.Composition;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>Keeps sent files between the steps of an import, in <c>data/uploads/</c>, for a day.</summary>
public sealed class UploadShelf(ProjectFolders folders, TimeProvider clock)
{
    private const int IdLength = 32;
    private const string NameFile = "name.json";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Root => Path.Combine(folders.Root, "data", "uploads");

    /// <summary>Keeps a file; those older than a day are removed first.</summary>
    /// <exception cref="SentinelException"><c>upload_not_kept</c>: it cannot be written.</exception>
    public async Task<StagedUpload> KeepAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        RemoveOld();
        string id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        string name = Path.GetFileName(fileName.Replace('\\', '/'));
        name = name.Length > ImportBatch.FileNameLength ? name[^ImportBatch.FileNameLength..] : name;
        StagedUpload upload = new(id, name.Length > 0 ? name : "upload.csv", Path.Combine(Root, id));
        try
        {
            Directory.CreateDirectory(upload.Folder);
            await using (FileStream file = new(upload.Content, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await content.CopyToAsync(file, cancellationToken);
            }

            // Written last: a folder without a name is not finished.
            await WriteAsync(upload, NameFile, upload.FileName, cancellationToken);
            return upload;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(upload);
            throw new SentinelException(
                FailureKind.Unavailable,
                "upload_not_kept",
                "The file could not be kept: is the disk full or the folder data/uploads not writable? Nothing was imported.",
                exception
            );
        }
        catch
        {
            Remove(upload);
            throw;
        }
    }

    /// <summary>A file that was kept.</summary>
    /// <exception cref="SentinelException"><c>upload_not_found</c>: there is no such file any more.</exception>
    public StagedUpload Find(string id)
    {
        bool isId = id.Length == IdLength && id.All(char.IsAsciiHexDigitLower);
        StagedUpload upload = new(id, "", isId ? Path.Combine(Root, id) : "");
        string? name = isId ? Read<string>(upload, NameFile) : null;
        return name is not null
            ? upload with
            {
                FileName = name,
            }
            : throw new SentinelException(
                FailureKind.NotFound,
                "upload_not_found",
                "The file that was sent is no longer here; files are kept for a day. Choose it again."
            );
    }

    /// <summary>Forgets a file.</summary>
    public static void Remove(StagedUpload upload)
    {
        if (Directory.Exists(upload.Folder))
        {
            Directory.Delete(upload.Folder, recursive: true);
        }
    }

    /// <summary>What was written beside a file; the default where nothing was.</summary>
    internal static T? Read<T>(StagedUpload upload, string name)
    {
        string path = Path.Combine(upload.Folder, name);
        return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), WebJson.Options) : default;
    }

    /// <summary>Writes something beside a file, whole or not at all.</summary>
    internal static async Task WriteAsync<T>(StagedUpload upload, string name, T value, CancellationToken token)
    {
        string path = Path.Combine(upload.Folder, name);
        await File.WriteAllTextAsync($"{path}.tmp", JsonSerializer.Serialize(value, WebJson.Options), token);
        File.Move($"{path}.tmp", path, overwrite: true);
    }

    private void RemoveOld()
    {
        if (!Directory.Exists(Root))
        {
            return;
        }

        DateTime oldest = clock.GetUtcNow().UtcDateTime - Kept;
        foreach (string folder in Directory.EnumerateDirectories(Root).Where(path => LastUsed(path) < oldest))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DateTime LastUsed(string folder) => Directory.GetLastWriteTimeUtc(folder);
}
