using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Evaluation.Statements;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>How statements like a prediction's fared on stopes that its network never saw.</summary>
/// <param name="Answer">The prediction.</param>
/// <param name="Record">What became of the run's statements; null: there is no record.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record StatementRecordPart(StabilityPrediction Answer, StatementRecord? Record, string Problem)
{
    /// <summary>Fewer held-out stopes than this say little about the next one.</summary>
    public const int FewStopes = 20;

    /// <summary>What became of the level that is said now; null: never given, or the prediction has none by its forecast.</summary>
    public LevelRecord? Level =>
        Answer is { LevelBasis: LevelBasis.Forecast, Level: not (RiskLevel.Unknown or RiskLevel.Stale) }
            ? Record?.Of(Answer.Level)
            : null;

    /// <summary>What became of the class that is said now; null: never said.</summary>
    public ClassRecord? Class => Answer.Condition is { } condition ? Record?.Of(condition.Class) : null;

    /// <summary>The record of a network's answer; null: no network answered.</summary>
    public static StatementRecordPart? Of(StabilityPrediction answer, StatementRecords records)
    {
        if (answer is not { Mode: PredictionMode.Network, RunId: { } run } || answer.LevelCutPoints.Count != 5)
        {
            return null;
        }

        (StatementRecord? record, string problem) = records.Of(run, new RiskThresholds(answer.LevelCutPoints));
        return new StatementRecordPart(answer, record, problem);
    }
}
