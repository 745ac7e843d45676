using System.Diagnostics;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>The process that a row says a run belongs to.</summary>
internal static class RunProcess
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    /// <summary>Whether it is gone, or another one has its number; this process asks only for runs that are not its own.</summary>
    public static bool IsGone(TrainingRun run)
    {
        if (run.ProcessId is not { } id || id == Environment.ProcessId)
        {
            return true;
        }

        try
        {
            using Process process = Process.GetProcessById(id);
            return process.HasExited || process.StartTime.ToUniversalTime() > run.StartedAt + ClockSlack;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
