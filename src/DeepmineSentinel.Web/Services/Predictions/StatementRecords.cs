using System.Collections.Concurrent;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Statements;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>
/// How the statements of each run fared on the stopes that it held out. A sealed run never changes, so it is counted once and kept.
/// </summary>
public sealed class StatementRecords(HeldOutReader heldOut)
{
    private readonly ConcurrentDictionary<string, StatementRecord> counted = new(StringComparer.Ordinal);

    /// <summary>The record, or in a sentence why there is none.</summary>
    /// <param name="runId">The run that answered.</param>
    /// <param name="thresholds">Cut points that its levels were given by.</param>
    public (StatementRecord? Record, string Problem) Of(string runId, RiskThresholds thresholds)
    {
        string key = $"{runId} {string.Join(' ', thresholds.CutPoints)}";
        if (counted.TryGetValue(key, out StatementRecord? known))
        {
            return (known, "");
        }

        (HeldOutPredictions? predictions, string problem) = heldOut.Read(runId);
        return predictions is null
            ? (null, problem)
            : (counted.GetOrAdd(key, _ => StatementRecord.Of(predictions, thresholds)), "");
    }
}
