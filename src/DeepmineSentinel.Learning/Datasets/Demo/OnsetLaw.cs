using MathNet.Numerics.Distributions;

namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>How long onsets take and which stop.</summary>
internal static class OnsetLaw
{
    private const int StopPoints = 20;

    /// <summary>Chance that an onset's course is at most some days.</summary>
    public static double CourseWithin(DemoMineParameters parameters, double days) =>
        days <= 0 ? 0 : Normal.CDF(0, 1, Math.Log(days / parameters.OnsetMedianDays) / parameters.OnsetSpread);

    /// <summary>Chance that an onset, not stopped nor failed after some days, fails within a horizon.</summary>
    public static double FailsWithin(DemoMineParameters parameters, double elapsed, double horizon)
    {
        double running = 1 - parameters.StoppingShare;
        double failing = CourseWithin(parameters, elapsed + horizon) - CourseWithin(parameters, elapsed);
        double stillThere =
            (running * (1 - CourseWithin(parameters, elapsed)))
            + (parameters.StoppingShare * NotStopped(parameters, elapsed));
        return stillThere > 1e-12 ? running * failing / stillThere : 1;
    }

    private static double NotStopped(DemoMineParameters parameters, double elapsed)
    {
        double sum = 0;
        for (int i = 0; i < StopPoints; i++)
        {
            double share =
                parameters.StopsAt.Earliest
                + ((parameters.StopsAt.Latest - parameters.StopsAt.Earliest) * (i + 0.5) / StopPoints);
            sum += 1 - CourseWithin(parameters, elapsed / share);
        }

        return sum / StopPoints;
    }
}
