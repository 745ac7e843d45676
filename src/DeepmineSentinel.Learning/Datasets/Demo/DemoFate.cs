namespace DeepmineSentinel.Learning.Datasets.Demo;

/// <summary>Draws what becomes of a stope: triggers from the hazard, onsets and a failure from the triggers.</summary>
internal static class DemoFate
{
    public static StopeTruth Draw(StopeTruth stope, DemoMineParameters parameters, int days, SeededNumbers numbers)
    {
        HazardSpan hazard = new(new double[(int)(days / DemoHazard.StepDays)], KnowsFuture: true);
        DemoHazard.Fill(stope, parameters, 0, hazard);
        List<DemoOnset> onsets = [];
        double day = 0;
        while (Trigger(stope, hazard.Values, day, numbers.NextExponential()) is { } trigger)
        {
            if (numbers.NextDouble() < stope.SuddenChance)
            {
                return stope with { Onsets = onsets, FailureDay = trigger, WithoutWarning = true };
            }

            double course = parameters.OnsetMedianDays * Math.Exp(parameters.OnsetSpread * numbers.NextNormal());
            bool stops = numbers.NextDouble() < parameters.StoppingShare;
            double share = numbers.NextBetween(parameters.StopsAt.Earliest, parameters.StopsAt.Latest);
            onsets.Add(new DemoOnset(trigger, course, stops ? trigger + (share * course) : null));
            if (!stops)
            {
                double? failure = trigger + course < days ? trigger + course : null;
                return stope with { Onsets = onsets, FailureDay = failure };
            }

            day = trigger + (share * course);
        }

        return stope with
        {
            Onsets = onsets,
        };
    }

    // The day on which the hazard gathered since a day reaches a level; null: not within the series.
    private static double? Trigger(StopeTruth stope, double[] relative, double from, double level)
    {
        double gathered = 0;
        for (int i = (int)(from / DemoHazard.StepDays); i < relative.Length; i++)
        {
            double start = Math.Max(from, i * DemoHazard.StepDays);
            double rate = stope.HazardPerDay * relative[i];
            double gain = rate * (((i + 1) * DemoHazard.StepDays) - start);
            if (gathered + gain >= level)
            {
                return start + ((level - gathered) / rate);
            }

            gathered += gain;
        }

        return null;
    }
}
