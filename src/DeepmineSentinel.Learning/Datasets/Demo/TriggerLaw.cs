namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>What follows from a hazard of triggers: failures at once and failures after an onset.</summary>
internal static class TriggerLaw
{
    /// <summary>Chance that a stope without onset fails within a horizon, by its first trigger.</summary>
    /// <param name="hazardPerDay">Hazard without exposure and blasts, a day.</param>
    /// <param name="relative">Relative hazard of every step.</param>
    /// <param name="chances">Chance that a trigger of a step fails within the horizon.</param>
    public static double FailsWithin(double hazardPerDay, double[] relative, double[] chances)
    {
        double failing = 0;
        double untouched = 1;
        for (int i = 0; i < chances.Length; i++)
        {
            double stays = Math.Exp(-hazardPerDay * relative[i] * DemoHazard.StepDays);
            failing += untouched * (1 - stays) * chances[i];
            untouched *= stays;
        }

        return failing;
    }

    /// <summary>Chance that a trigger of each step up to a horizon fails within it, at once or after an onset.</summary>
    public static double[] Chances(DemoMineParameters parameters, double suddenChance, double horizon)
    {
        double[] chances = new double[(int)(horizon / DemoHazard.StepDays)];
        for (int i = 0; i < chances.Length; i++)
        {
            double left = horizon - ((i + 0.5) * DemoHazard.StepDays);
            double announced = (1 - parameters.StoppingShare) * OnsetLaw.CourseWithin(parameters, left);
            chances[i] = suddenChance + ((1 - suddenChance) * announced);
        }

        return chances;
    }

    /// <summary>The chance of a trigger to be a failure without warning that gives the wanted share of announced failures.</summary>
    public static double SuddenChance(DemoMineParameters parameters, int days)
    {
        // Onsets that begin late do not fail within the series.
        double finished = 0;
        for (int day = 0; day < days; day++)
        {
            finished += OnsetLaw.CourseWithin(parameters, days - day - 0.5) / days;
        }

        double announced = (1 - parameters.StoppingShare) * finished;
        double sudden = 1 - parameters.AnnouncedShare;
        return sudden * announced / (parameters.AnnouncedShare + (sudden * announced));
    }
}
