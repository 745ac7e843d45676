using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Learning.Evaluation.Statements;

/// <summary>What became of the held-out stope-days at which a run's forecast gave one level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Days">Stope-days with that level of which it is known whether the stope failed within seven days.</param>
/// <param name="FailingDays">Of these, followed by a failure within seven days.</param>
/// <param name="Stopes">Stopes that ever had the level.</param>
/// <param name="FailingStopes">Of these, failed within seven days of it at least once.</param>
/// <param name="MeanProbability">Mean of the 7-day probabilities given.</param>
/// <param name="ShareInterval">
/// 95 % interval of the share of failing stope-days, drawn by stope; null: too few stopes, or none failed, to draw one from.
/// </param>
public sealed record LevelRecord(
    RiskLevel Level,
    int Days,
    int FailingDays,
    int Stopes,
    int FailingStopes,
    double MeanProbability,
    (double Lower, double Upper)? ShareInterval
)
{
    /// <summary>Share of the stope-days that a failure followed.</summary>
    public double FailingShare => (double)FailingDays / Days;
}
