using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>A promotion that the gate did not pass and for which nobody gave a reason; nothing was changed.</summary>
/// <param name="runId">The version.</param>
/// <param name="verdict">What the gate found.</param>
public sealed class GateMissedException(string runId, GateVerdict verdict)
    : SentinelException(
        FailureKind.Conflict,
        "gate_missed",
        $"The gate did not pass run {runId}, so a person decides and says why. {string.Join(' ', verdict.Reasons)}"
    )
{
    /// <summary>What the gate found.</summary>
    public GateVerdict Verdict { get; } = verdict;
}
