using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Opens files that a user named.</summary>
internal static class SourceFile
{
    /// <summary>The file's bytes; null, and a problem, when it cannot be opened.</summary>
    public static FileStream? Open(string path, ProblemList problems)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = exception is FileNotFoundException or DirectoryNotFoundException
                ? "does not exist"
                : "cannot be opened for reading";
            problems.Add(new RowProblem(Path.GetFileName(path), 0, "", "file", reason));
            return null;
        }
    }
}
