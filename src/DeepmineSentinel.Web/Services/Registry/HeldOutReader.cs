using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Reads what a run said of the stopes that it never saw.</summary>
public sealed class HeldOutReader(ArtifactStore store)
{
    /// <summary>The predictions, or in a sentence why there are none.</summary>
    internal (HeldOutPredictions? Predictions, string Problem) Read(string runId)
    {
        try
        {
            SealedRun run = store.Open(RunId.Parse(runId));
            if (!run.Has(ArtifactFileNames.HeldOut))
            {
                return (null, $"Run {runId} keeps no predictions of held-out stopes: it held none out, or is older.");
            }

            using Stream stream = run.OpenRead(ArtifactFileNames.HeldOut);
            return (HeldOutFile.Read(stream), "");
        }
        catch (SentinelException exception)
        {
            return (null, exception.Message);
        }
    }
}
