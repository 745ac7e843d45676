using DeepmineSentinel.Learning.Metrics;
using MathNet.Numerics.Distributions;

namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>One bin of what was said against what happened.</summary>
/// <param name="MeanProbability">Mean probability said.</param>
/// <param name="ObservedShare">Share that failed.</param>
/// <param name="Count">Forecasts.</param>
/// <param name="Lower">Lower end of the exact 95 % interval of the share; too narrow where few stopes gave many forecasts.</param>
/// <param name="Upper">Upper end.</param>
public sealed record FollowUpBin(double MeanProbability, double ObservedShare, int Count, double Lower, double Upper)
{
    private const double Tail = 0.025;

    internal static FollowUpBin Of(CalibrationPoint point)
    {
        int events = (int)Math.Round(point.ObservedShare * point.Count);
        return new FollowUpBin(
            point.MeanProbability,
            point.ObservedShare,
            point.Count,
            events == 0 ? 0 : Beta.InvCDF(events, point.Count - events + 1, Tail),
            events == point.Count ? 1 : Beta.InvCDF(events + 1, point.Count - events, 1 - Tail)
        );
    }
}
