using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>The one way to production, for pages, commands and training: read back, judged by the gate, moved, kept.</summary>
public sealed class ModelPromoter(
    ModelRegistry registry,
    ModelPointers pointers,
    ModelVerifier verifier,
    PromotionGate gate
)
{
    private const int MostAttempts = 3;

    /// <summary>Lets a version answer if the gate passes it, or a person says why it shall in spite of that.</summary>
    /// <exception cref="SentinelException">
    /// No such version; it is archived or damaged; the gate did not pass it and no reason was given. Nothing was changed.
    /// </exception>
    public async Task<PromotionOutcome> PromoteAsync(PromotionRequest request, CancellationToken cancellationToken)
    {
        string? reason = request.Reason;
        for (int attempt = 1; ; attempt++)
        {
            ModelVersion version = await registry.GetAsync(request.RunId.Value, cancellationToken);
            if (version.State == ModelVersionState.Production)
            {
                return new PromotionOutcome(version, null, null);
            }

            ThrowIfArchived(version);
            verifier.Require(request.RunId);
            ModelVersion? present = (await pointers.ReadAsync(version.Purpose, cancellationToken)).Production;
            GateVerdict verdict = gate.Judge(version, present);
            ThrowIfMissed(version, verdict, reason);
            try
            {
                return await MoveAsync(request, (version, present), verdict, cancellationToken);
            }
            catch (SentinelException moved) when (moved.Code == "promotion_conflict" && attempt < MostAttempts)
            {
                // Judged beside a version that does not answer any more: judged again beside the one that does.
            }
        }
    }

    /// <summary>Swaps production and previous; the version that answers now is read back first.</summary>
    /// <exception cref="SentinelException">There is no previous version, or it is damaged. Nothing was changed.</exception>
    public async Task<PromotionOutcome> RollbackAsync(
        ModelPurpose purpose,
        string by,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        string? given = PromotionRequest.CheckedReason(reason);
        ProductionPointers now = await pointers.ReadAsync(purpose, cancellationToken);
        ModelVersion back = now.Previous ?? throw ModelPointers.NoPrevious();
        RunId runId = RunId.Parse(back.RunId);
        verifier.Require(runId);
        PointerMove? move = await pointers.RollbackAsync(
            purpose,
            new PointerChoice
            {
                RunId = runId,
                By = by,
                Reason = given,
            },
            cancellationToken
        );
        return new PromotionOutcome(await registry.GetAsync(back.RunId, cancellationToken), null, move);
    }

    private async Task<PromotionOutcome> MoveAsync(
        PromotionRequest request,
        (ModelVersion Next, ModelVersion? Present) versions,
        GateVerdict verdict,
        CancellationToken cancellationToken
    )
    {
        PointerMove? move = await pointers.PromoteAsync(
            new PointerChoice
            {
                RunId = request.RunId,
                By = request.By,
                Instead = versions.Present?.RunId,
                GatePassed = verdict.Passed,
                GateReasons = string.Join('\n', verdict.Reasons),
                Reason = request.Reason,
            },
            cancellationToken
        );
        return new PromotionOutcome(await registry.GetAsync(request.RunId.Value, cancellationToken), verdict, move);
    }

    private static void ThrowIfArchived(ModelVersion version)
    {
        if (version.State == ModelVersionState.Archived)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "model_archived",
                $"Run {version.RunId} is archived and cannot be promoted."
            );
        }
    }

    private static void ThrowIfMissed(ModelVersion version, GateVerdict verdict, string? reason)
    {
        if (!verdict.Passed && reason is null)
        {
            throw new GateMissedException(version.RunId, verdict);
        }
    }
}
