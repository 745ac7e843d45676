using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>How a probability moved in a week, by the same network: in log-odds, so that 1 % to 3 % counts as 30 % to 56 % does.</summary>
internal static class RiskTrends
{
    private const double Steady = 0.25;
    private const double Fast = 1;
    private const double Smallest = 1e-6;

    public static RiskTrend Of(double? now, double? weekBefore)
    {
        if (now is not { } present || weekBefore is not { } past)
        {
            return RiskTrend.Unknown;
        }

        return (LogOdds(present) - LogOdds(past)) switch
        {
            >= Fast => RiskTrend.Escalating,
            >= Steady => RiskTrend.Increasing,
            <= -Fast => RiskTrend.RapidlyImproving,
            <= -Steady => RiskTrend.Improving,
            _ => RiskTrend.Steady,
        };
    }

    private static double LogOdds(double probability)
    {
        double held = Math.Clamp(probability, Smallest, 1 - Smallest);
        return Math.Log(held / (1 - held));
    }
}
