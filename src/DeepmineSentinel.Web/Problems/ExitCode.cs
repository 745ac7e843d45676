namespace DeepmineSentinel.Web.Problems;

/// <summary>What a command's exit code means to a script.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
    public const int Interrupted = 130;
}
