namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>How a stope truly moves, before any sensor.</summary>
internal sealed class DemoMotion(StopeTruth stope, DemoMineParameters parameters, double creepMmPerDay)
{
    // Voight's velocity is infinite at failure; nothing is measured in the last minutes.
    private const double LastDays = 0.05;
    private const double StopDays = 2;

    /// <summary>Deformation rate, mm/day: creep, what blasts left, and onsets.</summary>
    public double VelocityAt(double day)
    {
        double velocity = creepMmPerDay;
        foreach (DemoBlast blast in stope.Blasts)
        {
            if (blast.Day > day)
            {
                break;
            }

            double left = Math.Exp((blast.Day - day) / parameters.BlastCreepDays);
            velocity += creepMmPerDay * parameters.BlastCreepPer100 * blast.PpvMmPerSecond / 100 * left;
        }

        foreach (DemoOnset onset in stope.Onsets)
        {
            velocity += creepMmPerDay * ExcessAt(onset, day);
        }

        return velocity;
    }

    /// <summary>Share of its course that the present onset has run; 0 without one.</summary>
    public double OnsetShareAt(double day)
    {
        double share = 0;
        foreach (DemoOnset onset in stope.Onsets)
        {
            double end = Math.Min(day, onset.StopDay ?? double.MaxValue);
            double left = day > end ? Math.Exp((end - day) / StopDays) : 1;
            share = onset.Day <= day ? Math.Min(1, (end - onset.Day) / onset.CourseDays) * left : share;
        }

        return share;
    }

    // Voight (1988): dv/dt = A v^alpha, so v = v0 (1 - elapsed / course)^(-1 / (alpha - 1)); beside creep, from nothing.
    private double ExcessAt(DemoOnset onset, double day)
    {
        if (onset.Day > day)
        {
            return 0;
        }

        double end = Math.Min(day, onset.StopDay ?? double.MaxValue);
        double left = Math.Max(LastDays, onset.CourseDays - (end - onset.Day)) / onset.CourseDays;
        double excess = parameters.OnsetVelocityFactor * (Math.Pow(left, -1 / (parameters.VoightAlpha - 1)) - 1);
        return excess * Math.Exp((end - day) / StopDays);
    }
}
