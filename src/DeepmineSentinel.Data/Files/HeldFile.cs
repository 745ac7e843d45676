namespace DeepmineSentinel.Data.Files;

/// <summary>Tells a file that another process holds open from a disk that is full, read-only or broken.</summary>
internal static class HeldFile
{
    private const int LinuxTryAgain = 11;
    private const int MacTryAgain = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    /// <summary>Whether opening failed for no other reason than that somebody has the file.</summary>
    public static bool IsReason(IOException exception) =>
        exception.HResult is LinuxTryAgain or MacTryAgain or WindowsSharingViolation;
}
