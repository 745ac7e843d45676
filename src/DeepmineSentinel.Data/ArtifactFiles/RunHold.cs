using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>One process at a time trains a run: it holds a file open, and the system lets go when it dies.</summary>
internal static class RunHold
{
    /// <exception cref="SentinelException">
    /// <c>run_running</c>: another process has it. <c>artifact_store_unavailable</c>: the disk refused it.
    /// </exception>
    public static FileStream Take(RunId id, string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException exception) when (HeldFile.IsReason(exception))
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "run_running",
                $"Run {id} is being trained by another process.",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "artifact_store_unavailable",
                $"The folder of run {id} cannot be written to: {exception.Message}",
                exception
            );
        }
    }
}
