using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation.Followed;
using DeepmineSentinel.Web.Services.Drift;
using DeepmineSentinel.Web.Services.Followed;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>What is known of a version since it was trained. A model of case histories gives no forecast and sees no readings.</summary>
public sealed class ModelRecord(FollowUpService followUp, DriftService drift)
{
    /// <summary>What became of its forecasts; null: it gives none.</summary>
    public async Task<FollowUpScores?> FollowUpAsync(ModelVersion version, CancellationToken cancellationToken) =>
        version.Purpose == ModelPurpose.Stope ? await followUp.OfAsync(version.RunId, cancellationToken) : null;

    /// <summary>How inputs have moved since; null: it sees no readings.</summary>
    public async Task<DriftReport?> DriftAsync(ModelVersion version, CancellationToken cancellationToken) =>
        version.Purpose == ModelPurpose.Stope
            ? await drift.OfAsync(version.RunId, version.TrainedAt, version.TrainedOnSynthetic, cancellationToken)
            : null;
}
