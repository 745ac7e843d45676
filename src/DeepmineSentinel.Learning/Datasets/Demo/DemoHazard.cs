namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>The hazard of a trigger over time: base, exposure, blasts. One place for generator and oracle.</summary>
internal static class DemoHazard
{
    /// <summary>Days of a step of the numerical integrals.</summary>
    public const double StepDays = 0.25;

    /// <summary>
    /// Hazard a day at the middle of every step, relative to <see cref="StopeTruth.HazardPerDay"/>, from what blasts there
    /// were up to a day and what blasts are to be expected after it.
    /// </summary>
    /// <param name="stope">The stope.</param>
    /// <param name="parameters">The mechanism.</param>
    /// <param name="from">First day.</param>
    /// <param name="into">Steps to fill.</param>
    public static void Fill(StopeTruth stope, DemoMineParameters parameters, double from, HazardSpan into)
    {
        double fall = Math.Exp(-StepDays / parameters.BlastHazardDays);
        double perPpv = parameters.BlastHazardPer100 / 100;
        double first = from + (StepDays / 2);
        double known = 0;
        int next = 0;
        for (int i = 0; i < into.Values.Length; i++)
        {
            double day = first + (i * StepDays);
            known *= fall;
            while (
                next < stope.Blasts.Count && stope.Blasts[next].Day <= (into.KnowsFuture ? day : Math.Min(day, from))
            )
            {
                known +=
                    stope.Blasts[next].PpvMmPerSecond
                    * Math.Exp((stope.Blasts[next].Day - day) / parameters.BlastHazardDays);
                next++;
            }

            double expected = into.KnowsFuture ? 0 : Expected(stope, parameters, day - from);
            double exposure = 1 + ((stope.ExposureDaysAtStart + day) / parameters.ExposureDoublingDays);
            into.Values[i] = exposure * (1 + (perPpv * (known + expected)));
        }
    }

    private static double Expected(StopeTruth stope, DemoMineParameters parameters, double ahead) =>
        stope.ExpectedPpvPerDay * parameters.BlastHazardDays * (1 - Math.Exp(-ahead / parameters.BlastHazardDays));
}
