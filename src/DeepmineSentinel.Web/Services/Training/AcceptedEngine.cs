using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Whether a person accepted that this engine goes on with what another one began; remembered beside the checkpoints.</summary>
internal static class AcceptedEngine
{
    private const string File = ArtifactFileNames.Checkpoints + "/accepted_engine.txt";

    /// <summary>The refusal of a run that needs to be accepted and was not; null: it can go on.</summary>
    public static string? Refusal(UnfinishedRun run, ResumePoint point, bool accepted) =>
        point.OtherEngines.Count == 0 || accepted || IsRemembered(run)
            ? null
            : $"Run {run.Id} was computed by {string.Join(" and ", point.OtherEngines)}, and this is {EngineIdentity.Current}: "
                + "the last digits would differ. Say --accept-numerics if that does not matter.";

    /// <exception cref="SentinelException"><c>resume_other_numerics</c>: it was not accepted.</exception>
    public static void Require(UnfinishedRun run, ResumePoint point)
    {
        if (Refusal(run, point, accepted: false) is { } refusal)
        {
            throw new SentinelException(FailureKind.Conflict, "resume_other_numerics", refusal);
        }
    }

    public static void Remember(RunFolderWriter folder) =>
        folder.Write(File, stream => stream.Write(Encoding.UTF8.GetBytes(EngineIdentity.Current.ToString())));

    private static bool IsRemembered(UnfinishedRun run)
    {
        if (!run.Names.Contains(File))
        {
            return false;
        }

        using StreamReader reader = new(run.OpenRead(File));
        return reader.ReadToEnd() == EngineIdentity.Current.ToString();
    }
}
