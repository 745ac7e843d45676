using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.ModelVersions;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Puts together what the model pages show.</summary>
public sealed class ModelPages(
    ModelRegistry registry,
    ModelPointers pointers,
    PromotionGate gate,
    ModelRecord record,
    PageParts parts
)
{
    public async Task<ModelListViewModel> ListAsync(CancellationToken cancellationToken) =>
        new([
            .. (await registry.ListAsync(cancellationToken)).Select(version => new ModelListRow(
                version,
                ModelSummary.Of(version).Title
            )),
        ]);

    public async Task<ModelDetailViewModel> DetailAsync(RunId runId, CancellationToken cancellationToken)
    {
        ModelVersion version = await registry.GetAsync(runId.Value, cancellationToken);
        ProductionPointers now = await pointers.ReadAsync(version.Purpose, cancellationToken);
        return new ModelDetailViewModel
        {
            Version = version,
            Result = await parts.LoadAsync("metrics", () => Task.FromResult(ResultOf(version))),
            Verdict = await parts.LoadAsync("gate", () => Task.FromResult(VerdictOn(version, now.Production))),
            Pointers = now,
            FollowUp = await parts.LoadAsync(
                "record of its forecasts",
                () => record.FollowUpAsync(version, cancellationToken)
            ),
            Drift = await parts.LoadAsync("drift of its inputs", () => record.DriftAsync(version, cancellationToken)),
            History = await pointers.HistoryAsync(version.RunId, cancellationToken),
        };
    }

    private static TrainingResult? ResultOf(ModelVersion version) =>
        JsonSerializer.Deserialize<TrainingResult>(version.Metrics, ArtifactJson.ResultOptions);

    private GateVerdict? VerdictOn(ModelVersion version, ModelVersion? present) =>
        version.State is ModelVersionState.Candidate or ModelVersionState.Previous
            ? gate.Judge(version, present)
            : null;
}
