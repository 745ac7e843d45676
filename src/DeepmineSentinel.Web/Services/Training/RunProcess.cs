using System.Diagnostics;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>The process that a row says a run belongs to.</summary>
internal static class RunProcess
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    /// <summary>Whether it is gone, or another one has its number; this process asks only for runs that are not its own.</summary>
    public static bool IsGone(TrainingRun run) => IsGone(run.ProcessId, run.StartedAt);

    /// <summary>Whether the process that began something then is gone, or another one has its number.</summary>
    public static bool IsGone(int? processId, DateTime? startedAt)
    {
        if (processId is not { } id || id == Environment.ProcessId)
        {
            return true;
        }

        try
        {
            using Process process = Process.GetProcessById(id);
            return process.HasExited || process.StartTime.ToUniversalTime() > startedAt + ClockSlack;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
