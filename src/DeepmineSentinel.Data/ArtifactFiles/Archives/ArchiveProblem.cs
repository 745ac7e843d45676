using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>Why a zip file is not taken for a run.</summary>
internal static class ArchiveProblem
{
    private const int LongestName = 80;

    public static SentinelException Refused(string reason, Exception? inner = null) =>
        new(FailureKind.InvalidInput, "invalid_archive", $"The archive was refused: {reason}.", inner);

    /// <summary>A name of an entry that is safe to print.</summary>
    public static string Printable(string name)
    {
        string cut = name.Length <= LongestName ? name : name[..LongestName];
        return string.Concat(cut.Select(letter => letter is >= ' ' and <= '~' and not '\'' ? letter : '?'));
    }

    /// <summary>Runs a step; what the library says of a broken file becomes a refusal.</summary>
    public static void Explain(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or EndOfStreamException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            throw Refused("it is damaged or packed in a way that is not known here", exception);
        }
    }
}
