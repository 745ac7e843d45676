using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Judges a version by what its run found beside the baselines, and beside the version that answers now.</summary>
public sealed class PromotionGate(HeldOutReader heldOut)
{
    /// <summary>The verdict.</summary>
    /// <param name="version">Version that shall answer.</param>
    /// <param name="present">Version that answers; null: none, so that only the baselines count.</param>
    public GateVerdict Judge(ModelVersion version, ModelVersion? present)
    {
        GateVerdict own = JsonSerializer.Deserialize<TrainingResult>(version.Metrics, ArtifactJson.ResultOptions)!.Gate;
        if (present is null || present.RunId == version.RunId)
        {
            return own;
        }

        GateVerdict beside = Beside(version, present);
        return new GateVerdict(
            own.Passed && beside.Passed,
            own.Judged && beside.Judged,
            [.. own.Reasons, .. beside.Reasons]
        );
    }

    private GateVerdict Beside(ModelVersion version, ModelVersion present)
    {
        (HeldOutPredictions? production, string productionProblem) = heldOut.Read(present.RunId);
        (HeldOutPredictions? candidate, string candidateProblem) = heldOut.Read(version.RunId);
        return production is not null && candidate is not null
            ? ProductionGate.Judge(production, candidate)
            : new GateVerdict(
                false,
                false,
                [
                    $"Not judged beside production, so a person decides. {(production is null ? productionProblem : candidateProblem)}",
                ]
            );
    }
}
